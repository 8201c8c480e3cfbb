// [data-goes-back="paid"][data-kept="id of a field"]: says what goes back while the sum is typed.
(() => {
  const language = document.documentElement.lang;
  const rubles = new Intl.NumberFormat(language, { minimumFractionDigits: 2 });

  document.addEventListener("input", (event) => {
    const line = document.querySelector("[data-goes-back]");
    if (!line || event.target.id !== line.dataset.kept) return;
    const kept = Number(event.target.value.replace(/[\s\u00a0\u202f₽]/g, "").replace(",", "."));
    const rest = Number(line.dataset.goesBack) - kept;
    line.querySelector("output").textContent = rest >= 0 ? `${rubles.format(rest)}\u00a0₽` : "—";
  });
})();
