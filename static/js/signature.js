// canvas[data-signature="id of a hidden field"]: what is drawn goes into the field as a PNG.
(() => {
  const drawn = new WeakMap();

  // The canvas has as many points as the screen, so that the line is sharp on paper as well.
  function fit(canvas, pad) {
    const strokes = pad.toData();
    const ratio = Math.min(Math.max(window.devicePixelRatio, 1), 2);
    canvas.width = canvas.offsetWidth * ratio;
    canvas.height = canvas.offsetHeight * ratio;
    canvas.getContext("2d").scale(ratio, ratio);
    pad.clear();
    pad.fromData(strokes);
  }

  function dress(canvas) {
    if (drawn.has(canvas)) return;
    const field = document.getElementById(canvas.dataset.signature);
    const onPaper = document.getElementById(canvas.dataset.signedOnPaper);
    const pad = new SignaturePad(canvas, { penColor: "#10243a", backgroundColor: "#fff" });
    drawn.set(canvas, pad);
    fit(canvas, pad);
    if (field.value) pad.fromDataURL(field.value, { ratio: 1 });
    pad.addEventListener("endStroke", () => {
      field.value = canvas.toDataURL("image/png");
      if (onPaper) onPaper.checked = false;
    });
    canvas
      .closest("form")
      .querySelector("[data-clear-signature]")
      .addEventListener("click", () => {
        pad.clear();
        field.value = "";
      });
    let width = canvas.offsetWidth;
    new ResizeObserver(() => {
      if (canvas.offsetWidth === width || !canvas.offsetWidth) return;
      width = canvas.offsetWidth;
      fit(canvas, pad);
    }).observe(canvas);
  }

  function dressAll(root) {
    root.querySelectorAll("canvas[data-signature]").forEach(dress);
  }

  document.addEventListener("htmx:load", (event) => dressAll(event.detail.elt));
  dressAll(document);
})();
