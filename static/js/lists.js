// Lists: a row opens by a click anywhere in it, rows are selected, empty filters stay out of the URL.
(() => {
  const OWN_BUSINESS = "a, button, input, label, select, textarea, summary, dialog";
  const selected = () => [...document.querySelectorAll(".row-select:checked")];

  function open(event, inNewTab) {
    const row = event.target.closest("tr[data-href], .opens[data-href]");
    if (!row || event.target.closest(OWN_BUSINESS) || String(getSelection())) return;
    if (inNewTab) window.open(row.dataset.href, "_blank", "noopener");
    else window.location.assign(row.dataset.href);
  }

  function showSelection() {
    const bar = document.getElementById("bulk");
    if (!bar) return;
    const rows = selected();
    bar.hidden = rows.length === 0;
    bar.closest(".list-page")?.classList.toggle("has-selection", rows.length > 0);
    bar.querySelector("[data-selected-count]").textContent = rows.length;
    const all = document.querySelector("[data-select-all]");
    all.checked = rows.length === document.querySelectorAll(".row-select").length;
    all.indeterminate = rows.length > 0 && !all.checked;
  }

  function selectAll(checked) {
    for (const box of document.querySelectorAll(".row-select")) box.checked = checked;
    showSelection();
  }

  function move(button) {
    const row = button.closest("li");
    if (button.dataset.move === "up") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    button.focus();
  }

  document.addEventListener("click", (event) => {
    open(event, event.ctrlKey || event.metaKey);
    if (event.target.closest("[data-select-none]")) selectAll(false);
    const exporting = event.target.closest("[data-export-selected]");
    if (exporting) {
      const rows = selected().map((box) => `pk=${encodeURIComponent(box.value)}`);
      window.location.assign(`${exporting.dataset.exportSelected}&${rows.join("&")}`);
    }
    const mover = event.target.closest("[data-ordered] [data-move]");
    if (mover) move(mover);
  });
  document.addEventListener("auxclick", (event) => event.button === 1 && open(event, true));
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-select-all]")) selectAll(event.target.checked);
    else if (event.target.matches(".row-select")) showSelection();
  });

  document.addEventListener("htmx:configRequest", (event) => {
    if (!event.detail.elt.matches("form.filters")) return;
    const { formData } = event.detail;
    for (const [name, value] of [...formData.entries()]) {
      if (value === "") formData.delete(name);
    }
  });
  document.addEventListener("htmx:afterSwap", () => {
    document.querySelector(".list-page")?.classList.remove("has-selection");
  });
  window.addEventListener("pageshow", showSelection);

  // On a phone the filters fold away until one of them is set.
  const fold = document.querySelector(".filters-fold");
  const isSet = (field) => (field.type === "checkbox" ? field.checked : field.value);
  if (fold && matchMedia("(width < 576px)").matches) {
    fold.open = [...fold.querySelectorAll("input:not([type=hidden]), select")].some(isSet);
  }
})();
