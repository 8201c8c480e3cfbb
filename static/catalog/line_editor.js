// The line editor: fields that apply, offers taken by a key, errors beside their fields.
(() => {
  const SHAPES = ["rounded", "arch", "trapezium", "polygon"];
  const ONE_CONTOUR = ["circle", "oval", "sketch"];

  const field = (line, name) => line.querySelector(`[name="line-${line.dataset.lineIndex}-${name}"]`);

  function chosen(line) {
    const typed = field(line, "item").value.trim().toLowerCase();
    const options = document.querySelectorAll("#catalog-items option");
    return [...options].find((option) => option.value.toLowerCase() === typed);
  }

  // What a mirror needs is shown until something else is known to be chosen.
  function kindOf(line) {
    const known = chosen(line)?.dataset.kind;
    return known || line.querySelector(".line-result").dataset.kind || "sheet";
  }

  function show(line, selector, shown) {
    for (const part of line.querySelectorAll(selector)) part.hidden = !shown;
  }

  function fit(line) {
    const kind = kindOf(line);
    const unit = chosen(line)?.dataset.unit || "";
    const made = kind === "sheet" || kind === "stained_glass";
    const shape = field(line, "shape").value;
    show(line, ".for-made", made);
    show(line, ".for-sheet", kind === "sheet");
    show(line, ".for-stained-glass", kind === "stained_glass");
    show(line, ".line-field-width_mm", made || unit === "m2" || unit === "m");
    show(line, ".line-field-height_mm", made || unit === "m2");
    for (const each of SHAPES) {
      if (made) show(line, `.for-${each}`, false);
    }
    if (made && SHAPES.includes(shape)) show(line, `.for-${shape}`, true);
    if (kind === "sheet") show(line, ".for-four-sides", !ONE_CONTOUR.includes(shape));
  }

  // An empty field is not wrong until a form was pressed (data-checked): its sentence stands in the result.
  function markErrors(line) {
    const said = new Map();
    for (const hint of line.querySelectorAll("[data-error-of]")) {
      said.set(hint.dataset.errorOf, hint);
    }
    for (const place of line.querySelectorAll(".line-error")) {
      const input = document.getElementById(place.id.replace(/_error$/, ""));
      const hint = said.get(input?.id);
      const wrong = Boolean(hint && (input.value || line.closest("[data-checked]")));
      place.textContent = wrong ? hint.querySelector("span").textContent : "";
      if (hint) hint.hidden = wrong;
      input?.toggleAttribute("aria-invalid", false);
      if (wrong) input.setAttribute("aria-invalid", "true");
    }
  }

  // Only while the text is still the one that the server has read.
  function writeItem(line) {
    const input = field(line, "item");
    const { item, typed } = line.querySelector(".line-result").dataset;
    if (item && input.value === typed && input !== document.activeElement) input.value = item;
  }

  function splitSizes(line) {
    const width = field(line, "width_mm");
    const sizes = width.value.match(/^\s*(\d+)\s*[x\u0445\u00d7*]\s*(\d+)\s*$/i);
    if (sizes) [width.value, field(line, "height_mm").value] = sizes.slice(1);
  }

  function refresh(line) {
    if (!field(line, "item")) return;
    writeItem(line);
    fit(line);
    markErrors(line);
  }

  function put(input, value) {
    if (input.type === "checkbox") input.checked = value === "on";
    else input.value = value;
    const folded = input.closest("details");
    if (folded) folded.open = true;
  }

  function take(offer) {
    const line = offer.closest(".line");
    let last = null;
    for (let i = 1; offer.getAttribute(`data-field-${i}`); i += 1) {
      last = line.querySelector(`[name="${CSS.escape(offer.getAttribute(`data-field-${i}`))}"]`);
      if (last) put(last, offer.getAttribute(`data-value-${i}`));
    }
    if (!last) return;
    last.focus();
    last.dispatchEvent(new Event("input", { bubbles: true }));
    last.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function fold(line) {
    const more = line.querySelector(".line-more");
    if (more.hidden) return;
    more.open = !more.open;
    const first = [...more.querySelectorAll("input, select")].find((each) => each.checkVisibility());
    (more.open && first ? first : more.querySelector("summary")).focus();
  }

  document.addEventListener("click", (event) => {
    const offer = event.target.closest("[data-offer]");
    if (offer) take(offer);
  });

  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const line = document.activeElement?.closest?.(".line");
    if (!line) return;
    const digit = event.code.match(/^Digit([1-9])$/)?.[1];
    const offer = digit && line.querySelector(`[data-offer="${digit}"]`);
    if (offer) take(offer);
    else if (event.code === "KeyM") fold(line);
    else return;
    event.preventDefault();
  });

  document.addEventListener("change", (event) => {
    const line = event.target.closest?.(".line");
    if (line && /-width_mm$/.test(event.target.name || "")) splitSizes(line);
    if (line && /-(item|shape)$/.test(event.target.name || "")) refresh(line);
  });

  // A new line, or a new result inside one.
  document.addEventListener("htmx:load", (event) => {
    const part = event.detail.elt;
    const own = part.closest?.(".line");
    for (const line of own ? [own] : part.querySelectorAll(".line")) refresh(line);
  });

  for (const line of document.querySelectorAll(".line")) refresh(line);
})();
