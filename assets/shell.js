/* The frame: display switches, folds, help in place, keys, notices that are dismissed. */
const { root, near, onClick, stored, store } = window.sixbases;
const DISPLAY = "sixbases-display"; // {type: "large", contrast: "more", keys: "off"}
const HINT = "sixbases-hint"; // the first-visit hint was dismissed

/* ---- switches ---- */
function set(name, value) {
  const { [name]: _, ...settings } = stored(DISPLAY, {});
  if (value) root.dataset[name] = settings[name] = value;
  else delete root.dataset[name];
  store(DISPLAY, settings); // where that is forbidden it still holds on this page
  sync();
}

const isPressed = ({ dataset }) => (dataset.mode ? root.dataset[dataset.mode] === dataset.value : root.dataset[dataset.setting] !== "off");

/* The switches say what holds. */
function sync() {
  document.querySelectorAll("[data-mode], [data-setting]").forEach((button) => button.setAttribute("aria-pressed", isPressed(button)));
}
sync();
document.addEventListener("page-shown", sync);
onClick("[data-mode]", (button) => set(button.dataset.mode, isPressed(button) ? "" : button.dataset.value));
onClick("[data-setting]", (button) => set(button.dataset.setting, isPressed(button) ? "off" : ""));
onClick("[data-dismiss]", () => {
  store(HINT, "seen");
  delete root.dataset.hint;
});

/* ---- what unfolds ---- */
function fold(button) {
  const whole = button.matches(".menu-button") ? near(button, ".top") : button.parentElement;
  button.setAttribute("aria-expanded", whole.classList.toggle("is-open"));
}

const isRolled = (button) => button.getAttribute("aria-expanded") !== "true";

function unroll(button, isOpen) {
  button.setAttribute("aria-expanded", isOpen);
  near(button, "figure").classList.toggle("has-table", isOpen);
}

onClick(".menu-button, .fold-button", fold);
onClick(".table-button", (button) => unroll(button, isRolled(button)));
onClick("[data-opens]", ({ dataset }) => document.getElementById(dataset.opens).showModal());
onClick("[data-closes]", ({ dataset }) => document.getElementById(dataset.closes).close());
onClick("dialog", (open, { target }) => (target === open || near(target, "a")) && open.close()); // beside it, or away

/* ---- help in place: what an element's title says, to be seen by keyboard, too ---- */
const EXPLAINED = ":is(a, span, h1, h2, h3, td, p, b)[title]"; // a button says itself what it does
const TIP_GAP = 6; // px
const TIP_MS = 350; // of rest, so that a pointer on its way meets nothing
const AWAY_MS = 250; // on the way from an element to its tip
const tip = Object.assign(document.createElement("div"), { className: "tip", hidden: true });
tip.setAttribute("aria-hidden", "true"); // who listens is told the title itself
let about = null; // the element that is explained
let timer = null;

const later = (act, ms) => {
  clearTimeout(timer);
  timer = setTimeout(act, ms);
};

function explain(element) {
  forget();
  about = element;
  tip.textContent = element.dataset.tip = element.title;
  element.removeAttribute("title"); // so that the browser does not say it a second time
  element.setAttribute("aria-description", tip.textContent);
  (near(element, "dialog[open]") || document.body).append(tip);
  tip.hidden = false;
  /* Above, where it hides what was read already; below only where there is no room. */
  const at = element.getBoundingClientRect();
  const above = at.top - TIP_GAP - tip.offsetHeight;
  const left = Math.max(8, Math.min(at.left, root.clientWidth - tip.offsetWidth - 8));
  tip.style.left = `${left + window.scrollX}px`;
  tip.style.top = `${(above < 0 ? at.bottom + TIP_GAP : above) + window.scrollY}px`;
}

function forget() {
  clearTimeout(timer);
  tip.hidden = true;
  if (!about) return;
  about.title = about.dataset.tip;
  delete about.dataset.tip;
  about.removeAttribute("aria-description");
  about = null;
}

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType !== "mouse") return;
  const element = near(target, EXPLAINED);
  if (near(target, ".tip, [data-tip]"))
    clearTimeout(timer); // it stays while it is pointed at
  else if (element) later(() => explain(element), TIP_MS);
  else if (!about?.contains(document.activeElement)) later(forget, AWAY_MS);
});
document.addEventListener("focusin", ({ target }) => {
  const element = near(target, EXPLAINED) || target.querySelector(EXPLAINED);
  if (element && target.matches(":focus-visible")) explain(element);
  else if (!near(target, "[data-tip]")) forget();
});
document.addEventListener("pointerdown", forget);

/* ---- keys ---- */
const TYPING = "input, textarea, select, [contenteditable], .dash-dropdown, .dash-dropdown-content";

function tables() {
  const buttons = [...(near(document.activeElement, "figure.chart") || document).querySelectorAll(".table-button")];
  const isOpen = buttons.some(isRolled);
  buttons.forEach((button) => unroll(button, isOpen));
}

function filters() {
  const whole = document.getElementById("filters");
  if (whole && !whole.offsetParent) fold(whole.parentElement.querySelector(".fold-button"));
  const first = [...(whole?.querySelectorAll("button, input, select") || [])].find((each) => each.offsetParent);
  /* Once the key is let go, or the field would take it for the first letter of a search. */
  if (first) window.addEventListener("keyup", () => first.focus(), { once: true });
}

const KEYS = { t: tables, "/": filters };
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") forget();
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing) && root.dataset.keys !== "off";
  if (!isPlain || near(event.target, TYPING) || document.querySelector("dialog[open], details.menu[open]")) return;
  const named = [...document.querySelectorAll("[aria-keyshortcuts]")].find((each) => each.getAttribute("aria-keyshortcuts") === event.key);
  const act = named ? () => named.click() : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

/* ---- paper shows what a click would ---- */
function paper(isPaper) {
  const folded = document.querySelectorAll(`details[data-paper]${isPaper ? ":not([open])" : "[data-folded]"}`);
  for (const each of folded) each.open = each.toggleAttribute("data-folded", isPaper);
}
window.addEventListener("beforeprint", () => paper(true));
window.addEventListener("afterprint", () => paper(false));
