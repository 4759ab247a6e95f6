/* The frame: display switches, folds, help in place, keys, notices that are dismissed. */
(function () {
  "use strict";
  const DISPLAY = "sixbases-display"; // {type: "large", contrast: "more", keys: "off"}
  const HINT = "sixbases-hint"; // the first-visit hint was dismissed
  const TIP_GAP = 6; // px
  const TIP_MS = 350; // of rest, so that a pointer on its way meets nothing
  const AWAY_MS = 250; // on the way from an element to its tip
  const root = document.documentElement;
  const near = (target, selector) => (target && target.closest ? target.closest(selector) : null);

  /* ---- what the browser remembers ---- */
  function read(name) {
    try {
      return window.localStorage.getItem(name);
    } catch (error) {
      return null; // forbidden: nothing is remembered
    }
  }

  function write(name, text) {
    try {
      window.localStorage.setItem(name, text);
    } catch (error) { /* the switch still works on this page */ }
  }

  function settings() {
    try {
      return JSON.parse(read(DISPLAY) || "{}") || {};
    } catch (error) {
      return {};
    }
  }

  function set(name, value) {
    const kept = settings();
    if (value) kept[name] = value; else delete kept[name];
    write(DISPLAY, JSON.stringify(kept));
    if (value) root.dataset[name] = value; else delete root.dataset[name];
    sync();
  }

  /* ---- switches ---- */
  const press = (element, isPressed) => element.setAttribute("aria-pressed", String(isPressed));

  /* The switches say what holds. */
  function sync() {
    document.querySelectorAll("[data-mode]").forEach((button) => press(button, root.dataset[button.dataset.mode] === button.dataset.value));
    document.querySelectorAll("[data-setting]").forEach((button) => press(button, root.dataset[button.dataset.setting] !== "off"));
  }
  sync();
  document.addEventListener("page-shown", sync);

  function fold(button) {
    const whole = button.matches(".menu-button") ? near(button, ".top") : button.parentElement;
    button.setAttribute("aria-expanded", String(whole.classList.toggle("is-open")));
  }

  function unroll(button, isOpen) {
    button.setAttribute("aria-expanded", String(isOpen));
    near(button, "figure").classList.toggle("has-table", isOpen);
  }

  function dialog(name, isOpen) {
    const found = document.getElementById(name);
    if (found && isOpen && !found.open) found.showModal();
    if (found && !isOpen && found.open) found.close();
  }

  const DOES = [
    ["[data-mode]", (button) => set(button.dataset.mode, button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.value)],
    ["[data-setting]", (button) => set(button.dataset.setting, button.getAttribute("aria-pressed") === "true" ? "off" : "")],
    [".menu-button, .fold-button", fold],
    [".table-button", (button) => unroll(button, button.getAttribute("aria-expanded") !== "true")],
    ["[data-opens]", (button) => dialog(button.dataset.opens, true)],
    ["[data-closes]", (button) => dialog(button.dataset.closes, false)],
    ["[data-dismiss]", () => { write(HINT, "seen"); delete root.dataset.hint; }],
  ];
  document.addEventListener("click", (event) => {
    const found = DOES.find(([selector]) => near(event.target, selector));
    if (found) found[1](near(event.target, found[0]));
    else if (event.target.matches && event.target.matches("dialog[open]")) event.target.close(); // beside it
    if (near(event.target, "dialog a")) dialog("help", false);
  });

  /* ---- help in place: what an element's title says, to be seen by keyboard, too ---- */
  const EXPLAINED = ":is(a, span, h1, h2, h3, td, p, b)"; // a button says itself what it does
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true"); // who listens is told the title itself
  let about = null; // the element that is explained
  let timer = null;
  let away = null;

  function explain(element) {
    forget();
    about = element;
    tip.textContent = element.title;
    element.dataset.tip = element.title;
    element.removeAttribute("title"); // so that the browser does not say it a second time
    element.setAttribute("aria-description", element.dataset.tip);
    (near(element, "dialog[open]") || document.body).append(tip);
    tip.hidden = false;
    /* Above, where it hides what was read already; below only where there is no room. */
    const at = element.getBoundingClientRect();
    const above = at.top - TIP_GAP - tip.offsetHeight;
    const top = above < 0 ? at.bottom + TIP_GAP : above;
    tip.style.left = Math.max(8, Math.min(at.left, root.clientWidth - tip.offsetWidth - 8)) + window.scrollX + "px";
    tip.style.top = top + window.scrollY + "px";
  }

  function forget() {
    clearTimeout(timer);
    clearTimeout(away);
    tip.hidden = true;
    if (!about) return;
    about.title = about.dataset.tip;
    delete about.dataset.tip;
    about.removeAttribute("aria-description");
    about = null;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    clearTimeout(away);
    if (near(event.target, ".tip, [data-tip]")) return; // it stays while it is pointed at
    const element = near(event.target, EXPLAINED + "[title]");
    clearTimeout(timer);
    if (about && !about.contains(document.activeElement)) away = setTimeout(forget, AWAY_MS);
    if (element) timer = setTimeout(() => explain(element), TIP_MS);
  });
  document.addEventListener("focusin", (event) => {
    const element = near(event.target, EXPLAINED + "[title]") || event.target.querySelector(EXPLAINED + "[title]");
    if (element && event.target.matches(":focus-visible")) explain(element);
    else if (!near(event.target, "[data-tip]")) forget();
  });
  document.addEventListener("pointerdown", forget);

  /* ---- keys ---- */
  const typing = (target) => near(target, "input, textarea, select, [contenteditable], .dash-dropdown, .dash-dropdown-content");

  function tables() {
    const here = near(document.activeElement, "figure.chart");
    const found = [...(here || document).querySelectorAll(".table-button")];
    const isOpen = found.some((each) => each.getAttribute("aria-expanded") !== "true");
    found.forEach((each) => unroll(each, isOpen));
  }

  function filters() {
    const whole = document.getElementById("filters");
    if (!whole) return;
    const button = whole.parentElement.querySelector(".fold-button");
    if (!whole.offsetParent && button) fold(button);
    const first = whole.querySelector("button, input:not([hidden])");
    /* Once the key is let go, or the field would take it for the first letter of a search. */
    if (first) window.addEventListener("keyup", () => first.focus(), { once: true });
  }

  const KEYS = { t: tables, "/": filters };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") forget();
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
    if (!isPlain || root.dataset.keys === "off" || typing(event.target) || document.querySelector("dialog[open], details.menu[open]")) return;
    const named = [...document.querySelectorAll("[aria-keyshortcuts]")].find((each) => each.getAttribute("aria-keyshortcuts") === event.key);
    if (!named && !(event.key in KEYS)) return;
    event.preventDefault();
    if (named) named.click(); else KEYS[event.key]();
  });

  /* ---- paper shows what a click would ---- */
  const opened = new Set();
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details[data-paper]:not([open])").forEach((each) => {
      each.open = true;
      opened.add(each);
    });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((each) => { each.open = false; });
    opened.clear();
  });
})();
