// The board: a card is dragged to a column that it may go to, or moved by its menu.
(() => {
  const leadsTo = (card) => JSON.parse(card.dataset.leadsTo);

  function refresh() {
    document.getElementById("refusal").replaceChildren();
    htmx.trigger("#board", "board-changed");
  }

  // On its way the card stays in the last column that takes it; let go elsewhere, it goes nowhere.
  function isOver(column, event) {
    const { clientX, clientY } = event.changedTouches?.[0] ?? event;
    const place = document.elementFromPoint(clientX, clientY)?.closest(".board-column");
    return Boolean(place?.contains(column));
  }

  async function drop({ item, from, to, oldIndex, originalEvent }) {
    for (const column of document.querySelectorAll(".takes")) column.classList.remove("takes");
    if (from === to) return;
    const step = leadsTo(item)[to.dataset.state];
    const back = () => from.insertBefore(item, from.children[oldIndex] || null);
    if (!isOver(to, originalEvent)) {
      back();
    } else if (step.asks) {
      back();
      window.location.assign(step.url);
    } else if (await takeStep(step.url, item)) {
      refresh();
    } else {
      back();
    }
  }

  function show({ item }) {
    const states = leadsTo(item);
    for (const column of document.querySelectorAll(".board-cards")) {
      if (column.dataset.state in states) column.classList.add("takes");
    }
  }

  function dress(column) {
    Sortable.create(column, {
      group: {
        name: "board",
        put: (to, from, card) => to.el === from.el || to.el.dataset.state in leadsTo(card),
      },
      sort: false,
      animation: 120,
      delay: 180,
      delayOnTouchOnly: true,
      forceFallback: true,
      fallbackTolerance: 4,
      filter: "a, button",
      preventOnFilter: false,
      onStart: show,
      onEnd: drop,
    });
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-step]");
    if (button && (await takeStep(button.dataset.step, button.closest(".board-card")))) refresh();
  });
  document.addEventListener("htmx:load", (event) => {
    event.detail.elt.querySelectorAll(".board-cards").forEach(dress);
  });
  document.querySelectorAll(".board-cards").forEach(dress);
})();
