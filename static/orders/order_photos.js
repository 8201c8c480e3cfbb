// A photograph of a position: taken by the phone, sent at once, kept with the draft.
(() => {
  const form = () => document.getElementById("order-form");
  const picker = document.getElementById("photo-picker");
  let line = null;

  const header = () => JSON.parse(document.body.getAttribute("hx-headers"));

  async function send(file, place) {
    const content = new FormData();
    content.append("photo", file);
    content.append("draft", form().elements.draft.value);
    content.append("index", place.dataset.lineIndex);
    const headers = { ...header(), "HX-Request": "true" };
    const answer = await fetch(picker.dataset.url, { method: "POST", body: content, headers });
    const html = await answer.text();
    if (answer.status === 409) document.getElementById("refusal").innerHTML = html;
    else if (!answer.ok) htmx.trigger(document.body, "htmx:responseError", { elt: picker, xhr: answer });
    else show(place, html);
  }

  function show(place, html) {
    place.querySelector(".line-photos").insertAdjacentHTML("beforeend", html);
    htmx.trigger("#draft", "draft-now");
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-line-photo]")) {
      line = event.target.closest(".line");
      picker.click();
    }
    if (event.target.closest("[data-photo-remove]")) {
      event.target.closest(".line-shot").remove();
      htmx.trigger("#draft", "draft-now");
    }
  });

  picker.addEventListener("change", async () => {
    const place = line;
    const button = place.querySelector("[data-line-photo]");
    button.disabled = true;
    try {
      for (const file of picker.files) await send(file, place);
    } catch {
      htmx.trigger(document.body, "htmx:sendError", { elt: picker });
    } finally {
      button.disabled = false;
      picker.value = "";
    }
  });
})();
