// The plan's grid under the hand: Enter and arrows lead on, a table from Excel is pasted whole.
(() => {
  const grid = document.querySelector("[data-plan-grid]");
  if (!grid) return;
  const rows = () => [...grid.querySelectorAll("tbody tr")].filter((row) => row.querySelector(".plan-cell"));
  const cells = (row) => [...row.querySelectorAll(".plan-cell")];
  let pasted = [];

  function at(field) {
    const all = rows();
    const row = all.indexOf(field.closest("tr"));
    return { all, row, column: cells(all[row]).indexOf(field) };
  }

  function go(field, down, right) {
    const { all, row, column } = at(field);
    const there = all[row + down] && cells(all[row + down])[column + right];
    there?.focus();
    there?.select();
    return Boolean(there);
  }

  const STEPS = { Enter: [1, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

  grid.addEventListener("keydown", (event) => {
    const field = event.target.closest(".plan-cell");
    const step = STEPS[event.key];
    if (!field || !step || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    if (!go(field, event.shiftKey && event.key === "Enter" ? -1 : step[0], step[1])) field.blur();
  });

  grid.addEventListener("paste", (event) => {
    const field = event.target.closest(".plan-cell");
    const text = event.clipboardData.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "");
    if (!field || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const { all, row, column } = at(field);
    pasted = [];
    text.split("\n").forEach((line, down) => {
      line.split("\t").forEach((value, right) => {
        const there = all[row + down] && cells(all[row + down])[column + right];
        if (!there) return;
        there.value = value.trim();
        pasted.push(there);
      });
    });
    grid.dispatchEvent(new CustomEvent("pasted"));
  });

  // One request carries what was typed or pasted, and nothing else of the grid.
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.elt !== grid) return;
    const typed = event.detail.triggeringEvent?.target;
    const fields = typed?.matches?.(".plan-cell") ? [typed] : pasted;
    for (const field of fields) event.detail.parameters[field.name] = field.value;
  });
})();
