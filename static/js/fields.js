// Fields: data-search makes a select searchable, data-phone and data-number tidy what was typed.
(() => {
  function tidyPhone(text) {
    const digits = text.replace(/\D/g, "");
    const ours = digits.length === 10 && /^[3-9]/.test(digits) ? `7${digits}` : digits;
    if (!/^[78]\d{10}$/.test(ours) || /[a-zа-яё,;]/i.test(text)) return text.trim();
    const [, a, b, c, d] = ours.match(/^.(\d{3})(\d{3})(\d{2})(\d{2})$/);
    return `+7 ${a} ${b}-${c}-${d}`;
  }

  function tidyNumber(text) {
    return text.replace(/[\s\u00a0\u202f]/g, "");
  }

  document.addEventListener("focusout", (event) => {
    const field = event.target;
    if (field.matches?.("[data-phone]")) field.value = tidyPhone(field.value);
    if (field.matches?.("[data-number]")) field.value = tidyNumber(field.value);
  });

  // A number field is typed over: its old value is selected when it gets the focus.
  document.addEventListener("focusin", (event) => {
    if (event.target.matches?.("[data-number]")) event.target.select();
  });

  function dress(root) {
    for (const select of root.querySelectorAll("select[data-search]:not(.tomselected)")) {
      // The field that Tom Select makes carries the label; the select behind it is not read out.
      select.setAttribute("aria-hidden", "true");
      const { remove } = select.dataset;
      new TomSelect(select, {
        plugins: remove ? { remove_button: { title: remove } } : {},
        maxOptions: 200,
        onItemAdd() {
          this.setTextboxValue("");
        },
        // Typed letters are looked up a moment later; who has already gone on to the next field
        // would otherwise be taken back by the list opening.
        onBlur() {
          clearTimeout(this.refreshTimeout);
        },
        allowEmptyOption: !select.dataset.placeholder,
        render: { no_results: () => null },
      });
    }
  }

  document.addEventListener("htmx:load", (event) => dress(event.detail.elt));
  dress(document.body);
})();
