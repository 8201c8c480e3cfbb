// Dialogs: data-open-dialog="id", and data-confirm="Question?" on a form, a button or a link.
(() => {
  const dialog = document.getElementById("ask");
  const yes = dialog.querySelector('[data-answer="yes"]');
  const usualYes = yes.textContent;

  function ask(element, goOn) {
    document.getElementById("ask-text").textContent = element.dataset.confirm;
    yes.textContent = element.dataset.confirmYes || usualYes;
    dialog.returnValue = "";
    dialog.onclose = () => dialog.returnValue === "yes" && goOn();
    dialog.showModal();
  }

  document.addEventListener("click", (event) => {
    const answer = event.target.closest("[data-answer]");
    if (answer) answer.closest("dialog").close(answer.dataset.answer);
    const opener = event.target.closest("[data-open-dialog]");
    if (opener) document.getElementById(opener.dataset.openDialog).showModal();
    if (event.target.matches("dialog.ask")) event.target.close("");
  });

  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const asking = event.submitter?.dataset.confirm ? event.submitter : form;
      if (!asking.dataset.confirm || form.dataset.confirmed) {
        delete form.dataset.confirmed;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(asking, () => {
        form.dataset.confirmed = "yes";
        form.requestSubmit(event.submitter);
      });
    },
    true,
  );

  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest("a[data-confirm]");
      if (!link) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(link, () => window.location.assign(link.href));
    },
    true,
  );

  // A form of any page: opened where its fragment has come, closed by whoever answers "done".
  const quick = document.getElementById("quick");
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "quick-body" && !quick.open) quick.showModal();
  });
  document.addEventListener("close-dialog", () => quick.close());

  // Opened on a phone the navigation is a dialog and needs a name; beside the page it must have none.
  const nav = document.getElementById("nav");
  nav?.addEventListener("show.bs.offcanvas", () => nav.setAttribute("aria-labelledby", "nav-name"));
  nav?.addEventListener("hidden.bs.offcanvas", () => nav.removeAttribute("aria-labelledby"));

  document.addEventListener("htmx:confirm", (event) => {
    const { elt, issueRequest } = event.detail;
    if (!elt.dataset.confirm || elt.matches("form, a")) return;
    event.preventDefault();
    ask(elt, () => issueRequest(true));
  });
})();
