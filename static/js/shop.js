// The shop's pages: the dialog that asks for a reason, and cards that somebody else has moved on.
(() => {
  document.addEventListener("htmx:afterRequest", (event) => {
    const { elt, xhr } = event.detail;
    const dialog = elt.closest?.("dialog");
    if (dialog && elt.matches("form") && xhr.status !== 422) dialog.close();
    if (xhr.status === 409) htmx.trigger(document.body, "stale");
    if (elt.dataset?.opens && xhr.status === 200) {
      document.getElementById(elt.dataset.opens).showModal();
    }
  });
})();
