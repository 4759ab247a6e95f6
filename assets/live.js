/* Filters: a plain form becomes controls of Dash; what they change is put in place on the page. */
(function () {
  "use strict";
  const PAGES_OWN = ["lang", "asof", "id"]; // a change of these is another page, not another filter
  const ASKS = "_dash-update-component";
  const UNUSED = "/dash_table/"; // Dash names its table on every page
  const AGAIN_MS = 3000;
  const root = document.documentElement;
  const control = (name) => document.getElementById("filter-" + name);
  const here = () => window.location.pathname + window.location.search;
  const plain = () => document.getElementById("plain-filters");

  /* ---- addresses ---- */
  const textOf = (value) => (Array.isArray(value) ? value.join(",") : value === null || value === undefined ? "" : String(value));

  /* The query of an address with some parameters changed; an empty text lets one go. */
  function changed(search, changes) {
    const parameters = new URLSearchParams(search);
    for (const [name, text] of Object.entries(changes)) {
      if (text) parameters.set(name, text);
      else parameters.delete(name);
    }
    const written = [...parameters].map(([name, text]) => name + "=" + encodeURIComponent(text).replace(/%2C/g, ","));
    return written.length ? "?" + written.join("&") : "";
  }

  /* Whether two addresses are one page with other filters. */
  function isSamePage(one, other) {
    const own = ({ searchParams }) => PAGES_OWN.map((name) => searchParams.get(name)).join("|");
    return one.pathname === other.pathname && own(one) === own(other);
  }

  /* ---- the controls of Dash, in place of the form ---- */
  let filled = null; // the text of each parameter that has a control, as the controls show it
  let form = null; // the plain form, once it has been replaced

  const loaded = (script) => new Promise((done) => script.addEventListener("load", done, { once: true }));

  /* Dash is put on the page: its place, its settings, its scripts in their order, and its start. */
  async function wake() {
    const template = document.getElementById("live");
    const parts = [...template.content.cloneNode(true).children].filter((part) => !(part.src || "").includes(UNUSED));
    const scripts = parts.filter((part) => part.src);
    const coming = scripts.map(loaded);
    document.querySelector(".live-filters").append(parts.find((part) => part.id === "react-entry-point"));
    document.body.append(...parts.filter((part) => part.type === "application/json"));
    scripts.forEach((script) => { script.async = false; });
    document.body.append(...scripts);
    await Promise.all(coming);
    document.body.append(...parts.filter((part) => !part.isConnected));
    template.remove();
  }

  /* They come alive when they are seen, after the charts that are seen. */
  function watch() {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      window.sixbases.charts.drawn().then(wake);
    });
    seen.observe(plain());
  }

  const set = (id, props) => window.dash_clientside.set_props(id, props);

  function optionOf({ value, textContent, title, dataset }) {
    const search = [textContent, value, title, dataset.search].filter(Boolean).join(" ");
    return { label: textContent, value, search, ...(title && { title }) };
  }

  function fillOne(field, labels) {
    const id = "filter-" + field.name;
    set(id + "-box", { style: {} });
    set(id + "-label", { children: field.labels[0].textContent });
    if (field.tagName !== "SELECT") {
      set(id, { min: field.min, max: field.max, placeholder: field.placeholder });
      return;
    }
    const [all, ...options] = [...field.options].filter((option) => !("several" in option.dataset));
    set(id, { options: options.map(optionOf), placeholder: all.textContent, labels });
  }

  const valueOf = (name, text) => (form.elements[name].tagName === "SELECT" ? text.split(",").filter(Boolean) : text ? Number(text) : null);

  /* The controls show what an address says. */
  function show(texts) {
    filled = texts;
    for (const [name, text] of Object.entries(texts)) set("filter-" + name, { value: valueOf(name, text) });
  }

  function fill() {
    form = plain();
    const fields = [...form.elements].filter((field) => field.id.startsWith("plain-"));
    fields.forEach((field) => fillOne(field, JSON.parse(form.dataset.labels)));
    show(Object.fromEntries(fields.map((field) => [field.name, field.value])));
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
    document.querySelector(".live-filters").classList.add("is-live");
  }

  /* The form works before Dash does; its address says only what is chosen. */
  document.addEventListener("change", ({ target }) => {
    if (target.form && target.form === plain() && target.tagName === "SELECT") target.form.requestSubmit();
  });
  document.addEventListener("submit", (event) => {
    if (event.target !== plain()) return;
    event.preventDefault();
    window.location.assign(event.target.action + changed("", Object.fromEntries(new FormData(event.target))));
  });

  /* ---- asking for a page with other filters ---- */
  let asked = ""; // the address that is waited for

  function ask(address) {
    asked = address;
    root.dataset.waiting = "";
    set("live-address", { data: address });
  }

  function go(address) {
    if (!filled) {
      window.location.assign(address);
      return;
    }
    window.history.pushState({}, "", address);
    follow();
    ask(address);
  }

  /* The controls follow the address. */
  function follow() {
    const parameters = new URLSearchParams(window.location.search);
    const texts = Object.fromEntries(Object.keys(filled).map((name) => [name, parameters.get(name) || ""]));
    if (Object.keys(texts).some((name) => texts[name] !== filled[name])) show(texts);
  }

  window.addEventListener("popstate", () => {
    if (!filled) return;
    follow();
    ask(here());
  });

  /* A request that ended without an answer: the server is away, and is asked again. */
  new PerformanceObserver((list) => {
    if (list.getEntries().some((entry) => entry.name.includes(ASKS))) setTimeout(miss, 300);
  }).observe({ type: "resource" });

  function miss() {
    if (!asked) return;
    root.dataset.offline = "";
    setTimeout(again, AGAIN_MS);
  }

  const again = () => asked && "offline" in root.dataset && ask(asked);

  /* ---- the answer in place; the reader stays where he is ---- */
  /* What is read out; a sign of the sorting, say, is not. */
  function said(element) {
    const parts = [...element.childNodes].filter((part) => !part.ariaHidden);
    return element.getAttribute("aria-label") || parts.map((part) => part.textContent).join("").trim();
  }

  /* The element that has the focus, by what it says: parts that come anew are made anew. */
  function focused() {
    const at = document.activeElement;
    return at && at !== document.body ? { id: at.id, tag: at.tagName, said: said(at) } : null;
  }

  function refocus(was) {
    if (!was || document.activeElement !== document.body) return;
    const alike = [...document.querySelectorAll(was.tag)];
    const again = (was.id && document.getElementById(was.id)) || alike.find((each) => said(each) === was.said);
    if (again) again.focus({ preventScroll: true });
  }

  const openTables = () => [...document.querySelectorAll(".table-button[aria-expanded='true']")].map((each) => each.getAttribute("aria-controls"));

  function replace(parts) {
    for (const [id, inner] of Object.entries(parts)) {
      const part = document.getElementById(id);
      if (!part) continue;
      window.sixbases.charts.forget(part);
      part.innerHTML = inner; // written and escaped by the server
      window.sixbases.charts.show(part);
    }
  }

  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");

  /* Who listens is told that the page has changed. */
  function say(text) {
    if (!status.isConnected) document.getElementById("main").append(status);
    status.textContent = "";
    setTimeout(() => { status.textContent = text; });
  }

  function place({ address, title, parts }) {
    if (address !== asked) return; // an earlier question, answered late
    asked = "";
    delete root.dataset.waiting;
    delete root.dataset.offline;
    const was = focused();
    const open = openTables();
    replace(parts);
    document.title = title;
    open.forEach((name) => {
      const button = document.querySelector(`.table-button[aria-controls="${name}"][aria-expanded="false"]`);
      if (button) button.click();
    });
    refocus(was);
    say(document.getElementById("page-results").dataset.said);
    document.dispatchEvent(new Event("page-shown"));
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    sixbases: {
      fill,
      /* A control was changed by hand. */
      write(...values) {
        if (!filled) return;
        const names = window.dash_clientside.callback_context.inputs_list.map(({ id }) => id.slice("filter-".length));
        const texts = Object.fromEntries(names.map((name, at) => [name, textOf(values[at])]));
        const changes = Object.fromEntries(Object.keys(filled).filter((name) => texts[name] !== filled[name]).map((name) => [name, texts[name]]));
        if (!Object.keys(changes).length) return;
        Object.assign(filled, changes);
        go(window.location.pathname + changed(window.location.search, changes));
      },
      place,
    },
  });

  /* A link to the same page with other filters changes what is on it. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    const isPlain = !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented);
    if (!link || !isPlain || !filled || link.target || link.download || link.hasAttribute("download")) return;
    const to = new URL(link.href);
    if (to.origin !== window.location.origin || to.hash || !isSamePage(to, new URL(window.location.href))) return;
    event.preventDefault();
    go(to.pathname + to.search);
  });

  /* A button copies the sentence beside it. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button[data-copy]");
    if (!button || button.dataset.idle) return;
    window.sixbasesClipboard.text(button.dataset.copy).then(() => {
      button.dataset.idle = button.textContent;
      button.textContent = button.dataset.done;
      button.focus();
      setTimeout(() => {
        button.textContent = button.dataset.idle;
        delete button.dataset.idle;
      }, 1600);
    }, () => window.getSelection().selectAllChildren(button.previousElementSibling));
  });

  window.sixbases = Object.assign(window.sixbases || {}, {
    again,
    /* A region of the map is chosen; a second click lets it go. */
    pick(code) {
      const chosen = (new URLSearchParams(window.location.search).get("region") || "").split(",").filter(Boolean);
      const next = chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code];
      go(window.location.pathname + changed(window.location.search, { region: next.join(",") }));
    },
  });

  if (plain()) watch();
})();
