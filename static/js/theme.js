// Runs before the first paint: the chosen colours stand at once; "auto" follows the system.
(() => {
  const KEY = "naryad-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");

  function chosen() {
    try {
      return localStorage.getItem(KEY) || "auto";
    } catch {
      return "auto";
    }
  }

  function apply() {
    const theme = chosen();
    const dark = theme === "dark" || (theme === "auto" && system.matches);
    document.documentElement.dataset.bsTheme = dark ? "dark" : "light";
    for (const button of document.querySelectorAll("[data-theme-value]")) {
      button.setAttribute("aria-pressed", String(button.dataset.themeValue === theme));
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-theme-value]");
    if (!button) return;
    try {
      localStorage.setItem(KEY, button.dataset.themeValue);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    apply();
  });
  document.addEventListener("DOMContentLoaded", apply);
  system.addEventListener("change", apply);
  apply();
})();
