/* Charts: each is drawn when its turn comes, those in the window first, as wide as its card. */
const { root, near, onClick } = window.sixbases;
const CONFIG = { displayModeBar: false, displaylogo: false, showSendToCloud: false, scrollZoom: false, doubleClick: false };
const NARROWEST = 340; // px that a figure is laid out for; a narrower card shrinks it
const PAPER = { half: 326, whole: 680 }; // px of a card's inside on A4
const QUIET_MS = 120; // after the last change of a width
// Colours of the theme that the display may change, by the token that holds them.
const TOKENS = { "#1A1F26": "--ink", "#59636E": "--muted", "#E6E9ED": "--grid", "#DDE2E8": "--pale", "#7F8995": "--edge" };
const shown = new Map(); // place → { json, visible, width, height }
const waiting = new Set();
let isWorking = false;
let loading = null;
let rest = null; // says that all that waited is drawn
const drawn = new Promise((done) => {
  rest = done;
});

/* Plotly itself, when a page first needs it. */
function plotly() {
  loading ||= new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src: document.body.dataset.plotly, onload, onerror }));
  }).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/* A figure, from its JSON, in the colours of the display. */
function coloured(text) {
  const style = getComputedStyle(root);
  const now = (colour) => (colour in TOKENS && style.getPropertyValue(TOKENS[colour]).trim()) || colour;
  return JSON.parse(text.replace(/#[0-9A-F]{6}\b/g, now));
}

/* ---- drawing ---- */
function draw(place, width) {
  const state = shown.get(place);
  const box = place.parentElement;
  const scale = Math.min(parseFloat(getComputedStyle(box).getPropertyValue("--plot-scale")) || 1, width / NARROWEST);
  const { data, layout } = coloured(state.json);
  const traces = data.map((trace, index) => (index in state.visible ? { ...trace, visible: state.visible[index] } : trace));
  const height = box.clientHeight / scale || layout.height;
  place.style.transform = scale === 1 ? "" : `scale(${scale})`;
  window.Plotly.react(place, traces, { ...layout, width: width / scale, height }, CONFIG);
  if (!state.isHeard) place.on("plotly_click", choose);
  Object.assign(state, { width, height: box.clientHeight, isHeard: true });
  box.classList.add("is-drawn");
}

/* A click on a map or a ranking chooses the region, a second one lets it go; on a point of time it opens the card of the figure. */
function choose({ points: [point], event }) {
  const [code] = [].concat(point?.customdata);
  const figure = code?.includes("=") && near(event.target, "figure").querySelector(`a[href$="?${code}"], a[href*="?${code}&"]`);
  return figure ? figure.click() : code && window.sixbases.pick(code);
}

function distance(place) {
  const { top, bottom } = place.getBoundingClientRect();
  return Math.max(0, top - window.innerHeight, -bottom);
}

const nearest = () => [...waiting].reduce((best, place) => (distance(best) <= distance(place) ? best : place));

async function work() {
  if (isWorking) return;
  isWorking = true;
  try {
    await plotly();
    while (waiting.size) {
      const place = nearest();
      waiting.delete(place);
      attempt(place);
      await new Promise((done) => setTimeout(done)); // the window may paint and take a click
    }
  } catch {
    waiting.clear();
    [...shown.keys()].forEach(fail);
  }
  isWorking = false;
  rest();
}

function attempt(place) {
  const width = place.parentElement?.clientWidth;
  try {
    if (width && shown.has(place)) draw(place, width);
  } catch {
    fail(place);
  }
}

/* What cannot be drawn is open as a table. */
function fail(place) {
  near(place, "figure")?.querySelector(".table-button[aria-expanded=false]")?.click();
  const { clientWidth: width, clientHeight: height } = place.parentElement;
  Object.assign(shown.get(place), { width, height }); // no second try at this size
  place.parentElement.classList.add("is-drawn");
}

function ask(place) {
  waiting.add(place);
  work();
}

const askAll = () => [...shown.keys()].forEach(ask);

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
  for (const place of resized()) if (!shown.get(place).width) ask(place);
  clearTimeout(quiet);
  quiet = setTimeout(() => resized().forEach(ask), QUIET_MS);
});

/* The charts inside an element are drawn when their turn comes. */
function show(part) {
  for (const box of part.querySelectorAll(".plot")) {
    const place = box.firstElementChild;
    shown.set(place, { json: box.lastElementChild.textContent, visible: {}, width: 0 });
    sizes.observe(box);
    if (box.clientWidth) ask(place);
  }
  if (!waiting.size) rest();
}

/* The charts inside an element go. */
function forget(part) {
  for (const place of [...shown.keys()].filter((each) => part.contains(each))) {
    sizes.unobserve(place.parentElement);
    shown.delete(place);
    waiting.delete(place);
    window.Plotly?.purge(place);
  }
}

/* ---- keys that show and hide ---- */
onClick(".keys button[data-trace]", (button) => {
  const place = near(button, "figure").querySelector(".plot > div");
  const state = shown.get(place);
  const isShown = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", isShown);
  state.visible[button.dataset.trace] = isShown || "legendonly";
  if (state.width) draw(place, state.width);
});

/* ---- another display, and paper ---- */
new MutationObserver(askAll).observe(root, { attributes: true, attributeFilter: ["data-type", "data-contrast"] });
window.addEventListener("beforeprint", () => {
  if (!window.Plotly) return;
  root.dataset.print = "";
  shown.forEach((_, place) => draw(place, near(place, ".charts") ? PAPER.half : PAPER.whole));
});
window.addEventListener("afterprint", () => {
  delete root.dataset.print;
  askAll();
});

Object.assign(window.sixbases, { plotly, charts: { show, forget, drawn } });
show(document);
