// The calendar: FullCalendar in the firm's time; what is looked at stands in the address.
(() => {
  const place = document.getElementById("calendar");
  const words = place.dataset;
  const form = document.getElementById("calendar-what");
  const VIEWS = { month: "dayGridMonth", week: "timeGridWeek", day: "timeGridDay", list: "listWeek" };
  const ROOMY = 45 * 60 * 1000; // from this length on there is room for more lines than one
  const nameOf = (type) => Object.keys(VIEWS).find((name) => VIEWS[name] === type);
  const query = () => new URLSearchParams(window.location.search);
  const usual = () => (window.matchMedia("(max-width: 575px)").matches ? VIEWS.list : VIEWS.week);
  let isFollowing = true; // the address leads: it is not written

  function picture(name) {
    return document.getElementById(`calendar-${name}`)?.content.cloneNode(true) ?? "";
  }

  function part(className, text) {
    const span = document.createElement("span");
    span.className = className;
    span.textContent = text;
    return span;
  }

  function drawn({ event, timeText }) {
    const { source, state, who } = event.extendedProps;
    if (event.display === "background") return { domNodes: [part("calendar-day-words", event.title)] };
    const line = part("calendar-event", "");
    const title = who ? `${event.title} · ${who}` : event.title;
    line.classList.toggle("is-roomy", event.end - event.start >= ROOMY);
    line.title = `${timeText} ${title}`;
    line.append(part("calendar-time", timeText), picture(state), picture(source), part("calendar-name", title));
    return { domNodes: [line] };
  }

  function next(day, count = 1) {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + count);
    return date.toISOString().slice(0, 10);
  }

  // Days off in every view; in the hours of a day also the time before and after work.
  function shaded({ day, isWorking, words: title }) {
    const shade = (start, end, more) => ({ start, end, display: "background", className: "is-free", ...more });
    const whole = shade(day, next(day), { allDay: true, title, className: isWorking ? "is-working-day" : "is-free" });
    if (calendar.view.type === VIEWS.month) return isWorking && !title ? [] : [whole];
    const marked = title ? [whole] : [];
    if (!isWorking) return [...marked, shade(`${day}T00:00:00`, `${next(day)}T00:00:00`)];
    const before = shade(`${day}T00:00:00`, `${day}T${words.begins}:00`);
    return [...marked, before, shade(`${day}T${words.ends}:00`, `${next(day)}T00:00:00`)];
  }

  async function events(range, give, fail) {
    const search = query();
    search.set("start", range.startStr);
    search.set("end", range.endStr);
    try {
      const answer = await fetch(`${words.events}?${search}`, { headers: { Accept: "application/json" } });
      if (answer.redirected) window.location.reload();
      if (!answer.ok) throw new Error(answer.status);
      const { events: found, days, cut } = await answer.json();
      const notice = document.getElementById("calendar-cut");
      notice.hidden = !cut;
      notice.querySelector("p").textContent = cut;
      give(calendar.view.type === VIEWS.list ? found : [...found, ...days.flatMap(shaded)]);
    } catch (error) {
      htmx.trigger(document.body, "htmx:sendError", { elt: place });
      fail(error);
    }
  }

  // Refused, it goes back to where it was, and the server's sentence stands above.
  async function moved({ event, revert }, isLonger) {
    const body = new URLSearchParams({ start: event.startStr });
    if (isLonger) body.set("end", event.endStr);
    if (await takeStep(event.extendedProps.drag, place, body)) calendar.refetchEvents();
    else revert();
  }

  // An empty place is pressed: what is made there is made for that moment.
  function offerNew({ dateStr, allDay, date }) {
    const dialog = document.getElementById("calendar-new");
    if (!dialog) return;
    const at = allDay ? `${dateStr.slice(0, 10)}T${words.begins}` : dateStr.slice(0, 16);
    for (const link of dialog.querySelectorAll("a[data-named]")) {
      const url = new URL(link.href);
      url.searchParams.set(link.dataset.named, at);
      link.href = url;
    }
    const shape = { weekday: "long", day: "numeric", month: "long", timeZone: allDay ? "UTC" : words.zone };
    const day = new Intl.DateTimeFormat(document.documentElement.lang, shape).format(date);
    dialog.querySelector("[data-moment]").textContent = `${day}, ${at.slice(11)}`;
    dialog.showModal();
  }

  // Of a month the grid begins in the month before.
  function dayShown({ startStr, view }) {
    const first = startStr.slice(0, 10);
    return view.type === VIEWS.month ? next(first, 7) : first;
  }

  function shown(range) {
    const { view } = range;
    const [name, date] = [nameOf(view.type), dayShown(range)];
    document.getElementById("calendar-title").textContent = view.title;
    for (const button of document.querySelectorAll("[data-view]")) {
      button.setAttribute("aria-pressed", button.dataset.view === name);
    }
    place.dataset.shown = name;
    form.elements.view.value = name;
    form.elements.date.value = date;
    const search = query();
    if (isFollowing || (search.get("view") === name && search.get("date") === date)) return;
    search.set("view", name);
    search.set("date", date);
    history.pushState(null, "", `?${search}`);
  }

  // FullCalendar gives names that hide the text they stand on, and a link the part of a list's item.
  function nameByText() {
    for (const cell of place.querySelectorAll(":is([role=columnheader], [role=gridcell], [role=link])[aria-label]")) {
      cell.removeAttribute("aria-label");
      for (const hidden of cell.querySelectorAll("[aria-hidden]:not(svg)")) hidden.removeAttribute("aria-hidden");
    }
    for (const item of place.querySelectorAll("a[role=listitem]")) {
      item.parentElement.removeAttribute("aria-label");
      item.parentElement.removeAttribute("role");
      item.removeAttribute("role");
    }
    for (const empty of place.querySelectorAll("[role=rowheader][aria-label]:empty")) {
      empty.removeAttribute("aria-label");
      empty.setAttribute("role", "presentation");
    }
  }

  const calendar = new FullCalendar.Calendar(place, {
    timeZone: words.zone,
    locale: document.documentElement.lang,
    firstDay: 1,
    initialView: VIEWS[query().get("view")] || usual(),
    initialDate: query().get("date") || undefined,
    headerToolbar: false,
    height: "auto",
    nowIndicator: true,
    dayMaxEvents: 4,
    navLinks: true,
    navLinkDayClick: (date, { dateStr }) => calendar.changeView(VIEWS.day, dateStr),
    slotDuration: "00:30:00",
    snapDuration: "00:15:00",
    defaultTimedEventDuration: "00:30:00",
    slotMinTime: "07:00:00",
    slotMaxTime: "22:00:00",
    allDayText: words.allDay,
    noEventsText: words.nothing,
    moreLinkText: (count) => `${words.more} ${count}`,
    moreLinkHint: (count) => `${words.more} ${count}`,
    closeHint: words.close,
    eventsHint: words.eventsWords,
    timedText: words.hours,
    eventTimeFormat: { hour: "2-digit", minute: "2-digit" },
    slotHeaderFormat: { hour: "2-digit", minute: "2-digit" },
    displayEventEnd: false,
    eventDisplay: "block",
    dayHeaderClass: ({ isToday }) => (isToday ? "is-today" : ""),
    views: {
      timeGridWeek: {
        // Of what stands at one hour the rest is pressed for: in slivers nobody could read any of it.
        eventMaxStack: 1,
        titleFormat: { day: "numeric", month: "long", year: "numeric" },
        dayHeaderContent: ({ weekdayText, dayNumberText }) => `${weekdayText} ${dayNumberText}`,
      },
    },
    eventContent: drawn,
    eventClass: ({ event }) => `is-${event.extendedProps.state ?? "shade"}`,
    events,
    eventDrop: (change) => moved(change, false),
    eventResize: (change) => moved(change, true),
    dateClick: offerNew,
    datesSet: shown,
  });
  new MutationObserver(nameByText).observe(place, { childList: true, subtree: true });
  calendar.render();
  isFollowing = false;

  document.querySelector(".calendar-tools").addEventListener("click", ({ target }) => {
    const go = target.closest("[data-go]")?.dataset.go;
    const view = target.closest("[data-view]")?.dataset.view;
    if (go) calendar[go]();
    if (view) calendar.changeView(VIEWS[view]);
  });

  window.addEventListener("popstate", () => {
    isFollowing = true;
    const [view, date] = ["view", "date"].map((name) => query().get(name));
    calendar.changeView(VIEWS[view] || usual(), date || undefined);
    isFollowing = false;
  });
})();
