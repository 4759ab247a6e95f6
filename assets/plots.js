/* Charts: each is drawn when its turn comes, those in the window first, as wide as its card. */
(function () {
  "use strict";
  const CONFIG = { displayModeBar: false, displaylogo: false, showSendToCloud: false, scrollZoom: false, doubleClick: false };
  const NARROWEST = 340; // px that a figure is laid out for; a narrower card shrinks it
  const PAPER = { half: 326, whole: 680 }; // px of a card's inside on A4
  const QUIET_MS = 120; // after the last change of a width
  // Colours of the template that the display may change, by the token that holds them.
  const TOKENS = { "#1A1F26": "--ink", "#59636E": "--muted", "#E6E9ED": "--grid", "#DDE2E8": "--pale", "#7F8995": "--edge" };
  const shown = new Map(); // place → { figure, visible, width, height }
  const waiting = new Set();
  let isWorking = false;
  let loading = null;

  /* ---- plotly itself, when a page first needs it ---- */
  function script(address) {
    return new Promise((done, failed) => {
      const tag = document.createElement("script");
      tag.src = address;
      tag.onload = done;
      tag.onerror = () => failed(new Error(address));
      document.head.append(tag);
    });
  }

  function plotly() {
    loading = loading || script(document.body.dataset.plotly).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  /* ---- the colours of the display ---- */
  function recoloured(value, colours) {
    if (typeof value === "string") return colours[value] || value;
    if (Array.isArray(value)) return value.map((part) => recoloured(part, colours));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, recoloured(part, colours)]));
  }

  function coloured(figure) {
    const style = getComputedStyle(document.documentElement);
    const pairs = Object.entries(TOKENS).map(([colour, token]) => [colour, style.getPropertyValue(token).trim()]);
    const changed = pairs.filter(([colour, now]) => now && now.toUpperCase() !== colour);
    return changed.length ? recoloured(figure, Object.fromEntries(changed)) : figure;
  }

  /* ---- drawing ---- */
  function draw(place, width) {
    const state = shown.get(place);
    const box = place.parentElement;
    const scale = Math.min(parseFloat(getComputedStyle(box).getPropertyValue("--plot-scale")) || 1, width / NARROWEST);
    const { data, layout } = coloured(state.figure);
    const traces = data.map((trace, index) => (index in state.visible ? { ...trace, visible: state.visible[index] } : trace));
    const tall = box.clientHeight / scale;
    place.style.transform = scale === 1 ? "" : `scale(${scale})`;
    window.Plotly.react(place, traces, { ...layout, width: width / scale, height: tall || layout.height }, CONFIG);
    state.width = width;
    state.height = box.clientHeight;
    if (!state.isHeard) place.on("plotly_click", choose);
    state.isHeard = true;
    box.classList.add("is-drawn");
  }

  /* A click on a map or a ranking chooses the region, a second one lets it go. */
  function choose(event) {
    const point = event.points[0];
    const code = point && [].concat(point.customdata)[0];
    if (code) window.sixbases.pick(code);
  }

  function distance(place) {
    const { top, bottom } = place.getBoundingClientRect();
    return Math.max(0, top - window.innerHeight, -bottom);
  }

  function nearest() {
    return [...waiting].reduce((best, place) => (best && distance(best) <= distance(place) ? best : place), null);
  }

  const breath = () => new Promise((done) => setTimeout(done)); // the window may paint and take a click

  async function work() {
    if (isWorking) return;
    isWorking = true;
    try {
      await plotly();
      while (waiting.size) {
        const place = nearest();
        waiting.delete(place);
        const width = place.parentElement ? place.parentElement.clientWidth : 0;
        if (width && shown.has(place)) attempt(place, width);
        await breath();
      }
    } catch (error) {
      waiting.clear();
      shown.forEach((_, place) => fail(place));
    }
    isWorking = false;
    rest();
  }

  function attempt(place, width) {
    try {
      draw(place, width);
    } catch (error) {
      fail(place);
    }
  }

  /* What cannot be drawn is open as a table. */
  function fail(place) {
    const button = place.closest("figure") && place.closest("figure").querySelector(".table-button[aria-expanded=false]");
    if (button) button.click();
    const { clientWidth, clientHeight } = place.parentElement;
    Object.assign(shown.get(place), { width: clientWidth, height: clientHeight }); // no second try at this size
    place.parentElement.classList.add("is-drawn");
  }

  function ask(place) {
    waiting.add(place);
    work();
  }

  /* Places whose card has another size than the drawing in it; one that is hidden has none. */
  function resized() {
    return [...shown.keys()].filter((place) => {
      const { clientWidth, clientHeight } = place.parentElement;
      const { width, height } = shown.get(place);
      return clientWidth && (width !== clientWidth || height !== clientHeight);
    });
  }

  let quiet = null;
  const sizes = new ResizeObserver(() => {
    resized().filter((place) => !shown.get(place).width).forEach(ask);
    clearTimeout(quiet);
    quiet = setTimeout(() => resized().forEach(ask), QUIET_MS);
  });

  /* The charts inside an element are drawn when their turn comes. */
  function show(part) {
    part.querySelectorAll(".plot").forEach((box) => {
      const place = box.firstElementChild;
      shown.set(place, { figure: JSON.parse(box.querySelector("script").textContent), visible: {}, width: 0 });
      sizes.observe(box);
      if (box.clientWidth) ask(place);
    });
    if (!waiting.size) rest();
  }

  /* The charts inside an element go. */
  function forget(part) {
    part.querySelectorAll(".plot > div").forEach((place) => {
      sizes.unobserve(place.parentElement);
      shown.delete(place);
      waiting.delete(place);
      if (window.Plotly) window.Plotly.purge(place);
    });
  }

  /* ---- keys that show and hide ---- */
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest(".keys button[data-trace]");
    if (!button) return;
    const place = button.closest("figure").querySelector(".plot > div");
    const state = shown.get(place);
    const isShown = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(isShown));
    state.visible[button.dataset.trace] = isShown ? true : "legendonly";
    if (state.width) draw(place, state.width);
  });

  /* ---- another display, and paper ---- */
  new MutationObserver(() => shown.forEach((_, place) => ask(place)))
    .observe(document.documentElement, { attributes: true, attributeFilter: ["data-type", "data-contrast"] });

  window.addEventListener("beforeprint", () => {
    if (!window.Plotly) return;
    document.documentElement.dataset.print = "";
    shown.forEach((_, place) => draw(place, place.closest(".charts") ? PAPER.half : PAPER.whole));
  });
  window.addEventListener("afterprint", () => {
    delete document.documentElement.dataset.print;
    shown.forEach((_, place) => ask(place));
  });

  let rest = null; // says that what was waiting is drawn
  const drawn = new Promise((done) => { rest = done; });

  window.sixbases = Object.assign(window.sixbases || {}, { plotly, charts: { show, forget, drawn: () => drawn } });
  show(document);
})();
