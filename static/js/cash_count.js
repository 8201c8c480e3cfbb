// The count of a drawer: notes and coins fill in their sum, which the server adds up once more.
(() => {
  const worth = (field) => Number(field.dataset.note) * (Number(field.value.replace(",", ".").replace(/\s/g, "")) || 0);

  function addUp(count) {
    const kopecks = [...count.querySelectorAll("[data-note]")].reduce((sum, field) => sum + Math.round(worth(field) * 100), 0);
    const counted = document.querySelector("[name=counted]");
    counted.value = kopecks % 100 ? (kopecks / 100).toFixed(2).replace(".", ",") : String(kopecks / 100);
  }

  document.addEventListener("input", (event) => {
    const count = event.target.closest("[data-cash-count]");
    if (count) addUp(count);
  });

  // Whoever counts fast has typed before this script came.
  const count = document.querySelector("[data-cash-count]");
  if (count && [...count.querySelectorAll("[data-note]")].some((field) => field.value)) addUp(count);
})();
