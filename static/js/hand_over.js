// [name=place]: what is not in the office yet leaves only at the client's place.
(() => {
  function fit() {
    const place = document.querySelector("#place [name=place]:checked");
    const isAtClient = place?.value === "client";
    document.querySelectorAll("[data-on-the-way]").forEach((box) => {
      if (box.disabled === !isAtClient) return;
      box.disabled = !isAtClient;
      box.checked = isAtClient;
    });
  }

  document.addEventListener("change", (event) => {
    if (event.target.name === "place") fit();
  });
})();
