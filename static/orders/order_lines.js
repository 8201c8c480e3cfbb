// Positions: added, copied, moved and taken away by keys; results that come back never disturb typing.
(() => {
  const box = () => document.getElementById("lines");
  const lines = () => [...(box()?.querySelectorAll(":scope > .line") ?? [])];
  const TOOL_OF_KEY = { ArrowUp: "up", ArrowDown: "down", KeyD: "copy", Delete: "remove" };
  let removed = null;
  let waitsForQuote = false;

  const first = (line) => line.querySelector("input:not([type=hidden])");

  // In an amendment kept positions keep their numbers, and new ones follow the highest.
  function renumber() {
    let last = Number(box()?.dataset.highest ?? 0);
    for (const line of lines()) {
      const kept = line.querySelector("[data-kept-number]")?.dataset.keptNumber;
      line.querySelector(".line-number").textContent = kept ?? ++last;
    }
  }

  function changed() {
    renumber();
    htmx.trigger("#quote", "quote-now");
    htmx.trigger("#draft", "draft-now");
  }

  function move(line, step) {
    const other = step < 0 ? line.previousElementSibling : line.nextElementSibling;
    if (!other?.matches(".line")) return;
    const focused = document.activeElement;
    if (step < 0) other.before(line);
    else other.after(line);
    focused?.focus();
    line.scrollIntoView({ block: "nearest" });
    changed();
  }

  function remove(line) {
    document.querySelector(".line-removed")?.remove();
    const note = document.getElementById("line-removed").content.cloneNode(true);
    const neighbour = line.nextElementSibling ?? line.previousElementSibling;
    line.before(note);
    removed = line;
    line.remove();
    const shown = document.querySelector(".line-removed");
    htmx.trigger(shown, "htmx:load", { elt: shown });
    if (!lines().length) document.getElementById("add-line").click();
    else if (neighbour?.matches(".line")) first(neighbour).focus();
    changed();
  }

  function putBack() {
    const note = document.querySelector(".line-removed");
    if (!removed || !note) return;
    note.replaceWith(removed);
    first(removed).focus();
    removed = null;
    changed();
  }

  const tools = {
    up: (line) => move(line, -1),
    down: (line) => move(line, 1),
    remove,
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-line-return]")) putBack();
    const tool = event.target.closest("[data-line-tool]");
    if (tool) tools[tool.dataset.lineTool]?.(tool.closest(".line"));
  });

  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const line = document.activeElement?.closest?.(".line");
    const tool = line?.querySelector(`[data-line-tool="${TOOL_OF_KEY[event.code]}"]`);
    if (!tool) return;
    event.preventDefault();
    tool.click();
  });

  // A new line has come: it is numbered, and waits for typing.
  document.addEventListener("htmx:afterSwap", (event) => {
    if (!event.detail.elt?.matches?.("#lines, .line")) return;
    renumber();
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const { elt, successful } = event.detail;
    if (!elt.matches("[data-adds-line]") || !successful) return;
    const line = elt.matches("[data-line-tool]") ? elt.closest(".line").nextElementSibling : lines().at(-1);
    if (line) first(line).focus();
    changed();
  });

  // While a reason is being typed, the result around it stays; what came is asked for again later.
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const place = event.detail.target;
    if (!place.matches(".line-result") || !place.contains(document.activeElement)) return;
    if (!document.activeElement.matches("input")) return;
    event.detail.shouldSwap = false;
    waitsForQuote = true;
  });
  document.addEventListener("focusout", (event) => {
    if (!waitsForQuote || !event.target.closest?.(".line-result")) return;
    waitsForQuote = false;
    htmx.trigger("#quote", "quote-now");
  });

  // A price that could not be asked for is not to be believed.
  for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(name, (event) => {
      if (event.detail.elt.id === "quote") document.getElementById("sum").classList.add("is-old");
    });
  }

  renumber();
})();
