// data-shortcut="alt+n": presses or focuses the element; shown in its tooltip and under "?".
(() => {
  const NAMES = { arrowleft: "←", arrowright: "→", arrowup: "↑", arrowdown: "↓", pageup: "PgUp", pagedown: "PgDn", enter: "Enter" };

  // By the place of the key, so that a Russian layout works as well.
  function pressed(event) {
    const key = event.code.replace(/^Key|^Digit/, "").toLowerCase();
    const held = [
      event.ctrlKey || event.metaKey ? "ctrl" : "",
      event.altKey ? "alt" : "",
      event.shiftKey ? "shift" : "",
    ];
    return [...held.filter(Boolean), key].join("+");
  }

  function shown(shortcut) {
    const words = shortcut.split("+");
    return words.map((w) => NAMES[w] || w[0].toUpperCase() + w.slice(1)).join("+");
  }

  function label(element) {
    const words = element.getAttribute("aria-label") || element.dataset.title || element.textContent;
    return words.replace(/\s+/g, " ").trim() || element.placeholder || "";
  }

  function dress(root) {
    const found = [...root.querySelectorAll("[data-shortcut]")];
    if (root.matches?.("[data-shortcut]")) found.push(root);
    for (const element of found) {
      if (element.ariaKeyShortcuts) continue;
      element.dataset.title = element.title || label(element);
      element.title = `${element.dataset.title} (${shown(element.dataset.shortcut)})`;
      element.setAttribute("aria-keyshortcuts", shown(element.dataset.shortcut));
    }
  }

  function target(shortcut) {
    const found = [...document.querySelectorAll(`[data-shortcut="${CSS.escape(shortcut)}"]`)];
    const able = found.filter((element) => !element.disabled);
    return able.find((element) => element.checkVisibility()) || able[0];
  }

  function fillList() {
    const list = document.querySelector("#shortcuts .shortcut-list");
    list.querySelectorAll("[data-collected]").forEach((row) => row.remove());
    const seen = new Set();
    // Parts that act on their own keys, such as the lines of an order, name them by aria alone.
    for (const element of document.querySelectorAll("[data-shortcut], [aria-keyshortcuts]:not([data-offer])")) {
      const shortcut = shown((element.dataset.shortcut ?? element.ariaKeyShortcuts).toLowerCase());
      if (seen.has(shortcut)) continue;
      seen.add(shortcut);
      const term = document.createElement("dt");
      const key = document.createElement("kbd");
      key.textContent = shortcut;
      term.append(key);
      const words = document.createElement("dd");
      words.textContent = element.dataset.title || label(element);
      term.dataset.collected = words.dataset.collected = "";
      list.append(term, words);
    }
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "?" && !typing) {
      fillList();
      document.getElementById("shortcuts").showModal();
      event.preventDefault();
      return;
    }
    if (document.querySelector("dialog[open]") || !event.code) return;
    // A key by itself belongs to what is being typed, Enter also to the button that has the focus.
    const alone = !(event.ctrlKey || event.metaKey || event.altKey);
    const pressable = event.key === "Enter" && event.target.closest("button, a, summary");
    if (alone && (typing || pressable)) return;
    const element = target(pressed(event));
    if (!element) return;
    event.preventDefault();
    if (element.matches("input, textarea, select")) {
      element.focus();
      element.select?.();
    } else {
      element.click();
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest('[data-open-dialog="shortcuts"]')) fillList();
  });
  document.addEventListener("htmx:load", (event) => dress(event.detail.elt));
  dress(document.body);
})();
