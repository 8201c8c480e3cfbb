// The client's field: arrows choose among those found, Enter takes one; letters typed as a phone
// go to the name.
(() => {
  const FINDERS = "#id_phone, #id_name";
  const place = () => document.getElementById("found-clients");
  const options = () => [...(place()?.querySelectorAll(".client-option") ?? [])];
  const chosen = () => options().find((option) => option.ariaSelected === "true");

  function choose(option) {
    for (const each of options()) each.setAttribute("aria-selected", String(each === option));
    option?.scrollIntoView({ block: "nearest" });
    tell();
  }

  function close() {
    place()?.replaceChildren();
    tell();
  }

  function move(step) {
    const all = options();
    if (!all.length) return false;
    const from = all.indexOf(chosen());
    choose(all[from < 0 ? (step > 0 ? 0 : all.length - 1) : (from + step + all.length) % all.length]);
    return true;
  }

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => options().length && (close(), true),
    Enter: () => chosen() && (chosen().click(), true),
  };

  document.addEventListener(
    "keydown",
    (event) => {
      if (!event.target.matches?.(FINDERS) || !keys[event.key]) return;
      if (keys[event.key]()) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    true,
  );

  document.addEventListener("focusout", (event) => {
    const field = event.target;
    if (!field.matches?.(FINDERS)) return;
    const name = document.getElementById("id_name");
    if (field.id === "id_phone" && name && !name.value && /\p{L}{2}/u.test(field.value) && !/\d{4}/.test(field.value)) {
      name.value = field.value.trim();
      field.value = "";
    }
    if (place()?.contains(event.relatedTarget) || event.relatedTarget?.matches(FINDERS)) return;
    close();
    const isAnother = document.querySelector('[name="is_another"]').value;
    if (!isAnother && name.value.trim()) htmx.trigger("#client-notice", "client-left");
  });

  // An answer that comes after the fields were left would only be in the way.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== "found-clients") return;
    if (!document.activeElement.matches(FINDERS)) event.detail.shouldSwap = false;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "found-clients") tell();
  });

  function tell() {
    const all = options();
    for (const field of document.querySelectorAll(FINDERS)) {
      field.setAttribute("aria-expanded", String(all.length > 0));
      if (chosen()) field.setAttribute("aria-activedescendant", chosen().id);
      else field.removeAttribute("aria-activedescendant");
    }
  }

  // The chosen client's level and discount change the prices; a new choice is kept in the draft.
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id !== "client") return;
    htmx.trigger("#quote", "quote-now");
    htmx.trigger("#draft", "draft-now");
    const source = document.getElementById("id_ad_source");
    (document.getElementById("id_phone") ?? source)?.focus();
  });
})();
