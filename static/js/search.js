// The header's search: arrows choose, Enter opens (also before the answer is here), Esc closes.
(() => {
  const form = document.querySelector("form.search");
  if (!form) return;
  const field = form.querySelector("input");
  const results = document.getElementById("search-results");
  let enterWaits = false;

  const hits = () => [...results.querySelectorAll(".search-hit")];
  const chosen = () => results.querySelector('[aria-selected="true"]');

  function choose(hit) {
    chosen()?.setAttribute("aria-selected", "false");
    field.removeAttribute("aria-activedescendant");
    if (!hit) return;
    hit.setAttribute("aria-selected", "true");
    hit.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", hit.id);
  }

  function close() {
    results.replaceChildren();
    field.setAttribute("aria-expanded", "false");
    choose(null);
  }

  function move(step) {
    const all = hits();
    if (!all.length) return;
    const index = all.indexOf(chosen());
    choose(all[(index + step + all.length) % all.length]);
  }

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      const hit = chosen();
      if (hit) window.location.assign(hit.href);
      else enterWaits = Boolean(field.value.trim());
    },
    Escape: () => {
      if (results.childElementCount) close();
      else if (field.value) field.value = "";
      else field.blur();
    },
  };

  field.addEventListener("keydown", (event) => {
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  field.addEventListener("input", () => {
    enterWaits = false;
    if (!field.value.trim()) close();
  });
  field.addEventListener("focus", () => {
    if (field.value.trim() && !results.childElementCount) htmx.trigger(form, "search-again");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("htmx:afterSwap", () => {
    field.setAttribute("aria-expanded", String(Boolean(results.childElementCount)));
    choose(hits()[0]);
    if (enterWaits && chosen()) window.location.assign(chosen().href);
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) close();
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
})();
