/* Filters: a plain form becomes controls of Dash; what they change is put in place on the page. */
const { root, onClick, copy, charts } = window.sixbases;
const PAGES_OWN = ["lang", "asof", "id"]; // a change of these is another page, not another filter
const ASKS = "_dash-update-component";
const UNUSED = /\/dash_table\/|\/polyfill@/; // no page has a table of Dash, and what runs modules needs no polyfill
const MISSED_MS = 300; // after the end of a request; what has not come then does not come
const AGAIN_MS = 3000;
const COPIED_MS = 1600;
const form = document.getElementById("plain-filters");
const bar = document.querySelector(".live-filters"); // the place of the controls
const set = (id, props) => window.dash_clientside.set_props(id, props);
let filled = null; // the text of each parameter that has a control, as the controls show it
let current = window.location.pathname + window.location.search; // the address that is shown, or waited for
let isWaiting = false;

/* ---- addresses ---- */
const textOf = (value) => (Array.isArray(value) ? [...new Set(value.join().split(","))].join(",") : String(value || "")); // a value may be several

/* A query with some parameters changed; an empty text lets one go. */
function changed(search, changes) {
  const parameters = new URLSearchParams(search);
  for (const [name, text] of Object.entries(changes)) parameters.set(name, text);
  const chosen = [...parameters].filter(([, text]) => text);
  const written = chosen.map(([name, text]) => `${name}=${encodeURIComponent(text).replace(/%2C/g, ",")}`);
  return written.length ? `?${written.join("&")}` : "";
}

/* Whether two addresses are one page with other filters. */
function isSamePage(one, other) {
  const isAlike = (name) => one.searchParams.get(name) === other.searchParams.get(name);
  return one.origin + one.pathname === other.origin + other.pathname && PAGES_OWN.every(isAlike);
}

/* ---- the form works before Dash does; its address says only what is chosen ---- */
form?.addEventListener("change", ({ target }) => target.matches("select") && form.requestSubmit());
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  window.location.assign(form.action + changed("", Object.fromEntries(new FormData(form))));
});

/* ---- the controls of Dash, in place of the form ---- */
/* Dash is put on the page: its place, its settings, its scripts in their order, and its start. */
async function wake() {
  const template = document.getElementById("live");
  const parts = [...template.content.cloneNode(true).children].filter((part) => !UNUSED.test(part.src || ""));
  const scripts = parts.filter((part) => part.src);
  const coming = scripts.map((script) => new Promise((done) => script.addEventListener("load", done)));
  bar.append(parts.find((part) => part.id === "react-entry-point"));
  document.body.append(...parts.filter((part) => part.type === "application/json"));
  for (const script of scripts) script.async = false;
  document.body.append(...scripts);
  await Promise.all(coming);
  document.body.append(...parts.filter((part) => !part.isConnected));
  template.remove();
}

/* They come alive when they are seen, after the charts that are seen. */
const sight = new IntersectionObserver((entries) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  sight.disconnect();
  charts.drawn.then(wake);
});

/* Dash has a hidden field on the way of the Tab key that hands on to its button; here the button itself is. */
const straight = new MutationObserver(() => {
  for (const hidden of bar.querySelectorAll(".dash-dropdown-focus-target")) hidden.nextElementSibling.tabIndex = 0;
});
if (form) sight.observe(form);
if (form) straight.observe(bar, { childList: true, subtree: true });

function optionOf({ value, label, title, dataset }) {
  return { label, value, search: [label, value, title, dataset.search].join(" "), ...(title && { title }) };
}

function fillOne(field) {
  const id = `filter-${field.name}`;
  set(`${id}-box`, { style: {} });
  set(`${id}-label`, { children: field.labels[0].textContent });
  if (field.matches("input")) return set(id, { placeholder: field.placeholder });
  const [all, ...options] = [...field.options].filter((option) => !("several" in option.dataset));
  return set(id, { options: options.map(optionOf), placeholder: all.label, labels: JSON.parse(form.dataset.labels) });
}

const controlValue = (name, text) => (form.elements[name].matches("select") ? text.split(",").filter(Boolean) : text && Number(text));

/* The controls show these texts. */
function show(texts) {
  filled = texts;
  for (const [name, text] of Object.entries(texts)) set(`filter-${name}`, { value: controlValue(name, text) });
}

function fill() {
  const fields = [...form.elements].filter((field) => field.id.startsWith("plain-"));
  fields.forEach(fillOne);
  show(Object.fromEntries(fields.map(({ name, value }) => [name, value])));
  const reset = form.querySelector(".reset");
  set("live-reset", { children: reset.textContent, href: reset.getAttribute("href") });
  swap();
}

/* Who is using the form goes on with it. */
function swap() {
  if (form.contains(document.activeElement)) {
    form.addEventListener("focusout", () => setTimeout(swap), { once: true });
    return;
  }
  form.remove();
  bar.classList.add("is-live");
}

/* ---- asking for the page with other filters ---- */
function ask(address) {
  current = address;
  isWaiting = true;
  root.dataset.waiting = "";
  set("live-address", { data: address });
}

/* The controls follow the address, and so does the page. */
function follow() {
  const parameters = new URLSearchParams(window.location.search);
  show(Object.fromEntries(Object.keys(filled).map((name) => [name, parameters.get(name) || ""])));
  ask(window.location.pathname + window.location.search);
}

function go(address) {
  if (!filled) return window.location.assign(address);
  window.history.pushState({}, "", address);
  return follow();
}

window.addEventListener("popstate", () => filled && window.location.pathname + window.location.search !== current && follow());

/* A control was changed by hand. */
function write(...values) {
  const names = window.dash_clientside.callback_context.inputs_list.map(({ id }) => id.replace("filter-", ""));
  const texts = names.map((name, at) => [name, textOf(values[at])]);
  const changes = texts.filter(([name, text]) => filled && name in filled && text !== filled[name]);
  if (changes.length) go(window.location.pathname + changed(window.location.search, Object.fromEntries(changes)));
}

/* An empty year is stepped from where the data begin, or end; by itself it would be from the year 0. */
function begin({ target, type, key }) {
  const field = target.closest?.(".filter-year")?.querySelector("input");
  const by = type === "click" ? target.matches("button") : { ArrowUp: 1, ArrowDown: -1 }[key];
  if (by && field?.value === "") field.value = form.elements[field.id.replace("filter-", "plain-")].dataset.start - by;
}
for (const type of ["click", "keydown"]) document.addEventListener(type, begin, true);

/* Dash says nothing of a year that was cleared. */
bar?.addEventListener("change", ({ target }) => target.type === "number" && !target.value && set(target.id, { value: null }));

/* A request that ended without an answer: the server is away, and is asked again. */
const again = () => isWaiting && ask(current);
new PerformanceObserver((list) => {
  if (list.getEntries().some(({ name }) => name.includes(ASKS))) setTimeout(miss, MISSED_MS);
}).observe({ type: "resource" });

function miss() {
  if (!isWaiting) return;
  root.dataset.offline = "";
  setTimeout(again, AGAIN_MS);
}

/* ---- the answer in place; the reader stays where he is ---- */
/* What is read out; a sign of the sorting, say, is not. */
function spoken(element) {
  const parts = [...element.childNodes].filter((part) => !part.ariaHidden).map((part) => part.textContent);
  return element.getAttribute("aria-label") || parts.join("").trim();
}

/* Gives the focus back to the element that has it now: parts that come anew are made anew. */
function keepFocus() {
  const { id, tagName } = document.activeElement;
  const text = spoken(document.activeElement);
  return () => {
    if (document.activeElement !== document.body || tagName === "BODY") return;
    const alike = [...document.querySelectorAll(tagName)].find((each) => spoken(each) === text);
    ((id && document.getElementById(id)) || alike)?.focus({ preventScroll: true });
  };
}

/* Opens the tables again that are open now. */
function keepTables() {
  const open = [...document.querySelectorAll(".table-button[aria-expanded='true']")].map((each) => each.getAttribute("aria-controls"));
  return () => open.forEach((name) => document.querySelector(`.table-button[aria-controls="${name}"][aria-expanded="false"]`)?.click());
}

function replace(id, inner) {
  const part = document.getElementById(id);
  if (!part) return;
  charts.forget(part);
  part.innerHTML = inner; // written and escaped by the server
  charts.show(part);
}

const status = Object.assign(document.createElement("p"), { className: "unseen", role: "status" });

function place({ address, title, parts }) {
  if (address !== current) return; // an earlier question, answered late
  isWaiting = false;
  delete root.dataset.waiting;
  delete root.dataset.offline;
  const [openTables, refocus] = [keepTables(), keepFocus()];
  for (const [id, inner] of Object.entries(parts)) replace(id, inner);
  openTables();
  refocus();
  document.title = title;
  document.getElementById("main").append(status);
  status.textContent = ""; // who listens is told that the page has changed
  setTimeout(() => status.append(document.getElementById("page-results").dataset.said || title));
  document.dispatchEvent(new Event("page-shown"));
}

window.dash_clientside = { ...window.dash_clientside, sixbases: { fill, write, place } };

/* The card of a figure, over the page. */
const card = document.getElementById("card");
async function open({ href }) {
  const page = new DOMParser().parseFromString(await (await fetch(href)).text(), "text/html");
  card.lastElementChild.replaceChildren(...page.querySelector(".figure-card").parentElement.children); // throws where there is none
  if (!card.open) card.showModal();
}

/* A link to a figure opens its card; one to the same page with other filters changes what is on it. */
onClick("a[href]", (link, event) => {
  const isPlain = !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented);
  if (!isPlain || link.target || link.hasAttribute("download") || link.hash) return;
  if (link.pathname.startsWith("/figure/")) open(link).catch(() => window.location.assign(link.href));
  else if (filled && isSamePage(new URL(link.href), new URL(window.location.href))) go(link.pathname + link.search);
  else return;
  event.preventDefault();
});

/* A button copies the sentence beside it. */
onClick("button[data-copy]:not([data-idle])", async (button) => {
  const isRefused = await copy(button.dataset.copy.replace(/^(?=\/)/, window.location.origin)).catch(() => true); // a path is of here
  if (isRefused) return window.getSelection().selectAllChildren(button.previousElementSibling);
  button.dataset.idle = button.textContent;
  button.textContent = button.dataset.done;
  button.focus();
  setTimeout(() => {
    button.textContent = button.dataset.idle;
    delete button.dataset.idle;
  }, COPIED_MS);
});

/* A region of the map is chosen; a second click lets it go. */
function pick(code) {
  const { search, pathname } = window.location;
  const chosen = (new URLSearchParams(search).get("region") || "").split(",").filter(Boolean);
  const next = chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code];
  go(pathname + changed(search, { region: next.join(",") }));
}

Object.assign(window.sixbases, { again, pick });
