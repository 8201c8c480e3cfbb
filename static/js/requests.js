// What requests share: faults said in words, polls that rest while nobody looks, forms sent once.
(() => {
  const refusal = () => document.getElementById("refusal");
  const isPoll = (element) => element?.closest?.("[data-poll]");
  const isQuiet = (element) => element?.closest?.("[data-poll], [data-quiet]");

  function say(templateId) {
    const template = document.getElementById(templateId);
    if (template && refusal()) refusal().replaceChildren(template.content.cloneNode(true));
  }

  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt } = event.detail;
    if (isPoll(elt)) {
      if (document.hidden) event.preventDefault();
    } else if (!isQuiet(elt)) {
      refusal()?.replaceChildren();
    }
  });

  document.addEventListener("htmx:responseError", (event) => {
    if (isQuiet(event.detail.elt)) return;
    const { status } = event.detail.xhr;
    if (status === 403) say("fault-forbidden");
    else if (status === 404) say("fault-gone");
    else say("fault-broken");
  });

  for (const name of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(name, (event) => isQuiet(event.detail.elt) || say("fault-silent"));
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const field = document.querySelector(button.dataset.copy);
    field.select();
    // Without https there is no clipboard to write to: what is selected is copied as by Ctrl+C.
    if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
    else document.execCommand("copy");
    button.querySelector("span").textContent = button.dataset.copied;
  });

  // What is dragged is posted where its button would post it; true where the step was taken.
  window.takeStep = async (url, element, body) => {
    const own = JSON.parse(document.body.getAttribute("hx-headers"));
    element.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { method: "POST", body, headers: { ...own, "HX-Request": "true" } });
      refusal().replaceChildren();
      if (answer.status === 409) {
        refusal().innerHTML = await answer.text();
        refusal().scrollIntoView({ block: "nearest" });
      } else if (!answer.ok) {
        htmx.trigger(document.body, "htmx:responseError", { elt: element, xhr: answer });
      }
      return answer.ok;
    } catch {
      htmx.trigger(document.body, "htmx:sendError", { elt: element });
      return false;
    } finally {
      element.removeAttribute("aria-busy");
    }
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close-notice]")) event.target.closest(".notice").remove();
    if (event.target.closest("[data-print]")) window.print();
  });

  document.addEventListener("change", (event) => {
    event.target.closest("form[data-autosubmit]")?.requestSubmit();
  });

  // A second press makes no second order: the server refuses it too, this spares the question.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const leaves = form.method === "post" && form.target !== "_blank" && !form.matches("[hx-post]");
    if (event.defaultPrevented || !leaves) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
})();
