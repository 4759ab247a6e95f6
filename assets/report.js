/* The charts put by for a report: their order, and what the form on `/report` sends. */
(function () {
  "use strict";
  const REPORT = "sixbases-report"; // [{address, title}], written by menu.js, too
  const CHART = /^\/chart\/[\w-]+(\?|$)/;
  const SIGNS = { up: "↑", down: "↓", remove: "×" };
  let isSure = false; // the first click on "clear all" was made

  const near = (target, selector) => (target && target.closest ? target.closest(selector) : null);
  const listHere = () => document.querySelector("form.basket .basket-list");

  /* Only what is a chart of this dashboard: the store can be written by hand. */
  function kept() {
    try {
      const found = JSON.parse(window.localStorage.getItem(REPORT) || "[]");
      return Array.isArray(found) ? found.filter((each) => each && CHART.test(each.address)) : [];
    } catch (error) {
      return []; // unreadable or forbidden: nothing is kept
    }
  }

  const titleOf = ({ address, title }) => (typeof title === "string" && title.trim()) || address;

  function words(list, name, values) {
    const text = list.getAttribute("data-" + name) || "";
    return text.replace(/\{(\w+)\}/g, (hole, key) => (key in values ? String(values[key]) : hole));
  }

  function say(list, name, values) {
    near(list, "form").querySelector(".basket-said").textContent = words(list, name, values);
  }

  function keep(charts) {
    try {
      window.localStorage.setItem(REPORT, JSON.stringify(charts));
    } catch (error) {
      return false;
    }
    window.dispatchEvent(new CustomEvent(REPORT));
    return true;
  }

  /* ---- showing: titles are untrusted, so they are set as text only ---- */
  function make(tag, look, text) {
    const made = document.createElement(tag);
    Object.entries(look).forEach(([name, value]) => made.setAttribute(name, value));
    made.textContent = text;
    return made;
  }

  function item(list, chart, at, count) {
    const title = titleOf(chart);
    const buttons = Object.keys(SIGNS).map((name) => {
      const label = words(list, name, { title });
      const look = { type: "button", "data-basket": name, "aria-label": label, title: label };
      const button = make("button", look, SIGNS[name]);
      button.disabled = (name === "up" && at === 0) || (name === "down" && at === count - 1);
      return button;
    });
    const href = chart.address.replace("/chart/", "/embed/"); // needs no picture of the server
    const row = make("li", {}, "");
    row.append(make("span", { class: "basket-handle", "aria-hidden": "true" }, "⠿"));
    row.append(make("a", { href }, title), ...buttons);
    return row;
  }

  function show() {
    const list = listHere();
    if (!list) return;
    const charts = kept();
    const form = near(list, "form");
    list.replaceChildren(...charts.map((chart, at) => item(list, chart, at, charts.length)));
    form.elements.charts.value = JSON.stringify(charts.map(({ address }) => address));
    form.querySelector(".empty").hidden = charts.length > 0;
    form.querySelector(".basket-hint").hidden = charts.length < 2;
    form.querySelectorAll("[type=submit]").forEach((button) => { button.disabled = !charts.length; });
    form.querySelector("[data-basket=clear]").hidden = !charts.length;
    ask(false);
  }

  window.addEventListener(REPORT, show);
  window.addEventListener("pageshow", show); // also Back from a file's error page
  window.addEventListener("storage", ({ key }) => {
    if (key === REPORT || key === null) show(); // another tab
  });

  /* ---- changing ---- */
  function move(list, from, to) {
    const charts = kept();
    const [chart] = charts.splice(from, 1);
    charts.splice(to, 0, chart);
    if (!keep(charts)) return say(list, "unsaved", {});
    return say(list, "moved", { title: titleOf(chart), place: to + 1, count: charts.length });
  }

  function remove(list, at) {
    const charts = kept();
    const [chart] = charts.splice(at, 1);
    if (!keep(charts)) return say(list, "unsaved", {});
    return say(list, "removed", { title: titleOf(chart), count: charts.length });
  }

  /* The rows were made anew: the focus goes to the same button, or to the next best. */
  function focus(list, at, name) {
    const row = list.children[Math.min(at, list.children.length - 1)];
    const button = row && row.querySelector(`[data-basket=${name}]:enabled`);
    (button || (row && row.querySelector("button:enabled")) || near(list, "form").querySelector(".empty")).focus();
  }

  /* "Clear all" asks once; looking elsewhere takes the question back. */
  function ask(sure) {
    const list = listHere();
    isSure = sure;
    if (!list) return;
    const button = near(list, "form").querySelector("[data-basket=clear]");
    button.textContent = words(list, sure ? "confirm" : "clear", { count: kept().length });
  }

  function clear(list) {
    if (!isSure) return ask(true);
    if (!keep([])) return say(list, "unsaved", {});
    focus(list, 0, "remove");
    return say(list, "cleared", {});
  }

  document.addEventListener("click", (event) => {
    const button = near(event.target, "form.basket button[data-basket]");
    const name = button ? button.dataset.basket : "";
    const list = listHere();
    if (isSure && name !== "clear") ask(false);
    if (!button) return;
    if (name === "clear") {
      clear(list);
      return;
    }
    const at = [...list.children].indexOf(near(button, "li"));
    const to = name === "up" ? at - 1 : name === "down" ? at + 1 : at;
    if (name === "remove") remove(list, at); else move(list, at, to);
    focus(list, to, name);
  });

  document.addEventListener("focusout", (event) => {
    if (isSure && near(event.target, "[data-basket=clear]")) ask(false);
  });

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
    const { row, from } = dragged;
    const list = row.parentElement;
    const to = list ? [...list.children].indexOf(row) : from;
    dragged = null;
    row.classList.remove("basket-dragged");
    if (isKept && to !== from) move(list, from, to); else show();
  }

  document.addEventListener("pointerdown", (event) => {
    const handle = near(event.target, ".basket-handle");
    if (!handle || event.button) return;
    event.preventDefault(); // no text is marked
    const row = near(handle, "li");
    handle.setPointerCapture(event.pointerId);
    dragged = { row, from: [...row.parentElement.children].indexOf(row) };
    row.classList.add("basket-dragged");
  });
  document.addEventListener("pointermove", (event) => {
    if (dragged && dragged.row.isConnected) follow(event.clientY);
  });
  document.addEventListener("pointerup", () => { if (dragged) drop(dragged.row.isConnected); });
  document.addEventListener("pointercancel", () => { if (dragged) drop(false); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (dragged) drop(false);
    if (isSure) ask(false);
  });
})();
