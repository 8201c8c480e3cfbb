// The order screen: Enter goes on like Tab, the draft is kept, a press opens the paper.
(() => {
  const form = () => document.getElementById("order-form");
  const FIELDS = "input:not([type=hidden]), select, textarea";
  let lastPressed = null;
  let isDirty = false;
  let isPressed = false;
  let isDone = false;

  const visible = (element) => element.checkVisibility() && !element.disabled;

  // Enter in a field is Tab; a text area keeps Shift+Enter for a new line.
  function goOn(field) {
    const fields = [...form().querySelectorAll(FIELDS)].filter(visible);
    const next = fields[fields.indexOf(field) + 1];
    if (!next) return form().querySelector(".press.btn-primary, .press")?.focus();
    next.focus();
    // As after Tab, what is typed replaces what stands there: 3 pieces, not 31.
    if (next.matches("input")) next.select();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return;
    const field = event.target;
    if (event.defaultPrevented || field.form !== form() || !field.matches(FIELDS)) return;
    event.preventDefault();
    goOn(field);
  });

  // --- the draft ---

  const draftState = (state) => {
    const place = document.getElementById("draft-state");
    if (place) place.dataset.state = state;
  };

  function rememberTyping(event) {
    if (event.target.form !== form() || isDone) return;
    isDirty = true;
    draftState("keeping");
  }

  // Leaving within the second before the draft goes by itself.
  function keepNow() {
    const keeper = document.getElementById("draft");
    if (!isDirty || isDone || !keeper) return;
    navigator.sendBeacon(keeper.getAttribute("hx-post"), new FormData(form()));
  }

  document.addEventListener("input", rememberTyping);
  document.addEventListener("change", rememberTyping);
  window.addEventListener("pagehide", keepNow);
  document.addEventListener("visibilitychange", () => document.hidden && keepNow());

  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt } = event.detail;
    if (elt.matches("[data-discard]")) isDone = true;
    if (elt.id === "draft" && (isPressed || isDone)) event.preventDefault();
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt.id !== "draft" || !event.detail.successful) return;
    isDirty = false;
    draftState("kept");
  });
  for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(name, (event) => event.detail.elt.id === "draft" && draftState("failed"));
  }

  // --- the press ---

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".press");
    if (button) lastPressed = button.getAttribute("hx-post");
    const setter = event.target.closest("[data-set-field]");
    if (!setter) return;
    form().elements[setter.dataset.setField].value = setter.dataset.setValue;
    setter.closest(".notice").remove();
    if ("pressAgain" in setter.dataset) form().querySelector(`.press[hx-post="${lastPressed}"]`)?.click();
  });

  // What the press carries need not be kept beside it: a draft that comes after the order stays.
  document.addEventListener("htmx:beforeSend", (event) => {
    if (!event.detail.elt.matches(".press")) return;
    isPressed = true;
    htmx.trigger("#draft", "htmx:abort");
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.elt.matches(".press")) return;
    isPressed = false;
    if (isDirty && !event.detail.successful) htmx.trigger("#draft", "draft-now");
  });

  // The press was a moment ago, so browsers let the paper open; where not, the order's page has it.
  document.addEventListener("order-kept", (event) => {
    isDone = true;
    const { card, paper } = event.detail;
    if (paper) window.open(paper, "_blank");
    window.location.assign(card);
  });

  // Back from the order's page stands an empty form, not the one that has become an order.
  window.addEventListener("pageshow", (event) => event.persisted && isDone && window.location.reload());

  document.addEventListener("htmx:afterSettle", (event) => {
    const { requestConfig, xhr } = event.detail;
    if (!requestConfig?.elt.matches(".press")) return;
    if (xhr.status === 409) document.querySelector("#client-notice button, #refusal :is(button, a)")?.focus();
    if (xhr.status === 422) focusFirstError();
  });

  function focusFirstError() {
    const said = [...form().querySelectorAll(".field-error, .line-error")];
    const first = said.find((place) => place.textContent.trim());
    const field = first && document.getElementById(first.id.replace(/_error$/, ""));
    const reasons = [...form().querySelectorAll(".line-warning input")];
    const wanted = field || reasons.find((reason) => !reason.value);
    const shown = wanted || form().querySelector(".line-main input:not([type=hidden])");
    shown?.focus({ preventScroll: true });
    // The bar of the sum covers the lower edge, where a field only just in sight would stop.
    shown?.scrollIntoView({ block: "center" });
  }

  // After a break one goes on where something is still missing.
  function goOnWithDraft() {
    const wanted = "#id_phone, #id_name, #id_ad_source, [name$=-item], [name$=-width_mm], [name$=-height_mm], #id_amount";
    const fields = [...form().querySelectorAll(wanted)].filter(visible);
    (fields.find((field) => !field.value) || form().querySelector(".press.btn-primary"))?.focus();
  }

  // Errors are tied to their fields for those who do not see them.
  function tieErrors() {
    for (const place of document.querySelectorAll(".field-error")) {
      const field = document.getElementById(place.id.replace(/_error$/, ""));
      const wrong = Boolean(place.textContent.trim());
      field?.setAttribute("aria-invalid", String(wrong));
      if (wrong) field?.setAttribute("aria-describedby", place.id);
      else field?.removeAttribute("aria-describedby");
    }
  }

  document.addEventListener("htmx:load", tieErrors);
  tieErrors();
  if (document.getElementById("restored")) goOnWithDraft();
  else if (!document.getElementById("id_phone")) form().querySelector("[name$=-item]")?.focus();
})();
