/* The charts put by for a report: their order, and what the form on `/report` sends. */
const { near, onClick, stored, store } = window.sixbases;
const REPORT = "sixbases-report"; // [{address, title}], written by menu.js, too
const CHART = /^\/chart\/[\w-]+(\?|$)/;
const SIGNS = { up: "↑", down: "↓", remove: "×" };
const STEPS = { up: -1, down: 1, remove: 0 };
const form = document.querySelector("form.basket");
const list = form.querySelector(".basket-list");
const clearButton = form.querySelector("[data-basket=clear]");
let isSure = false; // the first click on "clear all" was made

/* Only what is a chart of this dashboard: the store can be written by hand. */
const kept = () => stored(REPORT, []).filter((each) => each && CHART.test(each.address));
const titleOf = ({ address, title }) => (typeof title === "string" && title.trim()) || address;

/* What the page says by that name, its holes filled with values. */
function words(name, values) {
  const text = list.getAttribute(`data-${name}`) || "";
  return text.replace(/\{(\w+)\}/g, (hole, key) => (key in values ? String(values[key]) : hole));
}

/* Keep the charts, show them, and say what was done. */
function keep(charts, name, values) {
  const isKept = store(REPORT, charts);
  if (isKept) show();
  form.querySelector(".basket-said").textContent = words(isKept ? name : "unsaved", values);
}

/* ---- showing: titles are untrusted, so they are set as text only ---- */
function make(tag, look, text) {
  const made = Object.assign(document.createElement(tag), { textContent: text });
  for (const [name, value] of Object.entries(look)) made.setAttribute(name, value);
  return made;
}

function item(chart, at, { length }) {
  const title = titleOf(chart);
  const buttons = Object.entries(SIGNS).map(([name, sign]) => {
    const label = words(name, { title });
    return make("button", { type: "button", "data-basket": name, "aria-label": label, title: label }, sign);
  });
  buttons[0].disabled = at === 0;
  buttons[1].disabled = at === length - 1;
  const href = chart.address.replace("/chart/", "/embed/"); // needs no picture of the server
  const row = make("li", {}, "");
  row.append(make("span", { class: "basket-handle", "aria-hidden": "true" }, "⠿"), make("a", { href }, title), ...buttons);
  return row;
}

function show() {
  const charts = kept();
  list.replaceChildren(...charts.map(item));
  form.elements.charts.value = JSON.stringify(charts.map(({ address }) => address));
  form.querySelector(".empty").hidden = charts.length > 0;
  form.querySelector(".basket-hint").hidden = charts.length < 2;
  for (const button of form.querySelectorAll("[type=submit]")) button.disabled = !charts.length;
  clearButton.hidden = !charts.length;
  ask(false);
}

window.addEventListener("pageshow", show); // also Back from a file's error page
window.addEventListener("storage", ({ key }) => (key === REPORT || key === null) && show()); // another tab

/* ---- changing ---- */
/* A chart goes to another place, or away where there is none. */
function move(from, to = -1) {
  const charts = kept();
  const [chart] = charts.splice(from, 1);
  if (to >= 0) charts.splice(to, 0, chart);
  keep(charts, to >= 0 ? "moved" : "removed", { title: titleOf(chart), place: to + 1, count: charts.length });
}

/* The rows were made anew: the focus goes to the same button, or to the next best. */
function focus(at, name) {
  const row = list.children[Math.min(at, list.children.length - 1)];
  const button = row?.querySelector(`[data-basket=${name}]:enabled`) || row?.querySelector("button:enabled");
  (button || form.querySelector(".empty")).focus();
}

/* "Clear all" asks once; looking elsewhere takes the question back. */
function ask(sure) {
  isSure = sure;
  clearButton.textContent = words(sure ? "confirm" : "clear", { count: kept().length });
}

function clear() {
  if (!isSure) return ask(true);
  keep([], "cleared", {});
  return focus(0, "remove");
}

onClick("form.basket button[data-basket]", (button) => {
  const name = button.dataset.basket;
  if (name === "clear") return clear();
  const at = [...list.children].indexOf(near(button, "li"));
  move(at, name === "remove" ? -1 : at + STEPS[name]);
  return focus(at + STEPS[name], name);
});
clearButton.addEventListener("blur", () => ask(false));
document.addEventListener("click", ({ target }) => target !== clearButton && ask(false));

/* ---- dragging, by mouse, pen or finger ---- */
let dragged = null;

/* The others move round the dragged row: it would lose the pointer if it were moved itself. */
function follow(y) {
  const middle = (row) => row.getBoundingClientRect().top + row.offsetHeight / 2;
  const { row } = dragged;
  while (row.previousElementSibling && y < middle(row.previousElementSibling)) row.after(row.previousElementSibling);
  while (row.nextElementSibling && y > middle(row.nextElementSibling)) row.before(row.nextElementSibling);
}

function drop(isKept) {
  if (!dragged) return;
  const { row, from } = dragged;
  const to = row.isConnected ? [...list.children].indexOf(row) : from;
  dragged = null;
  row.classList.remove("basket-dragged");
  if (isKept && to !== from) move(from, to);
  else show();
}

list.addEventListener("pointerdown", (event) => {
  const handle = near(event.target, ".basket-handle");
  if (!handle || event.button) return;
  event.preventDefault(); // no text is marked
  const row = near(handle, "li");
  handle.setPointerCapture(event.pointerId);
  dragged = { row, from: [...list.children].indexOf(row) };
  row.classList.add("basket-dragged");
});
document.addEventListener("pointermove", ({ clientY }) => dragged?.row.isConnected && follow(clientY));
document.addEventListener("pointerup", () => drop(true));
document.addEventListener("pointercancel", () => drop(false));
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  drop(false);
  if (isSure) ask(false);
});
