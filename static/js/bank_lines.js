// Lines of a bank statement by keyboard: arrows go from line to line, a digit presses what stands
// under it; once a line is finished, the next open one is focused.
(() => {
  const lines = () => [...document.querySelectorAll("[data-bank-lines] .bank-line")];
  const isTyping = (element) => element.closest("input, select, textarea, [contenteditable]");
  const isOpen = (line) => line.querySelector("[data-candidate], [data-more]");

  const go = (step) => {
    const all = lines();
    const here = all.indexOf(document.activeElement.closest(".bank-line"));
    const next = all[Math.min(Math.max(here + step, 0), all.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!lines().length) return;
      event.preventDefault();
      go(event.key === "ArrowDown" ? 1 : -1);
    }
    const line = document.activeElement.closest(".bank-line");
    const pressed = line?.querySelectorAll("[data-candidate]")[Number(event.key) - 1];
    if (pressed && !pressed.disabled) pressed.click();
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    const done = event.detail.elt?.closest?.(".bank-line.is-done");
    if (!done) return;
    const all = lines();
    const rest = all.slice(all.indexOf(done) + 1).concat(all);
    rest.find(isOpen)?.focus();
  });

  document.addEventListener("DOMContentLoaded", () => lines().find(isOpen)?.focus({ preventScroll: true }));
})();
