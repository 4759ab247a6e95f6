/* The address bar holds the state of a page. What needs no server happens here. */
(function () {
  "use strict";
  const wait = () => window.dash_clientside.no_update;
  const PAGES_OWN = ["lang", "asof", "id"]; // a change of these is another page, not another filter

  function split(address) {
    const at = address.indexOf("?");
    return at < 0 ? [address, ""] : [address.slice(0, at), address.slice(at)];
  }

  /* A page that says no has no filters that could change it. */
  function isSamePage(before, after) {
    if (document.querySelector("#main > .error")) return false;
    const [path, search] = split(before);
    const [newPath, newSearch] = split(after);
    const was = new URLSearchParams(search);
    const is = new URLSearchParams(newSearch);
    return path === newPath && PAGES_OWN.every((name) => was.get(name) === is.get(name));
  }

  function write(parameters) {
    const text = [...parameters.entries()].map(([k, v]) => k + "=" + encodeURIComponent(v).replace(/%2C/g, ","));
    return text.length ? "?" + text.join("&") : "";
  }

  function change(name, text) {
    const parameters = new URLSearchParams(window.location.search);
    if ((parameters.get(name) || "") === text) return wait();
    if (text) parameters.set(name, text); else parameters.delete(name);
    return write(parameters);
  }

  function asText(value) {
    return Array.isArray(value) ? value.join(",") : value === null || value === undefined ? "" : String(value);
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    sixbases: {
      /* A new address: another page, or the same page with other filters. */
      route(pathname, search, shown) {
        const address = pathname + (search || "");
        if (address === shown) return [wait(), wait(), wait()];
        if (isSamePage(shown || "", address)) {
          keep();
          return [wait(), address, address];
        }
        isLeaving = true;
        return [address, wait(), address];
      },
      /* A filter was changed by hand. */
      filter(name, value) {
        return change(name, asText(value));
      },
      /* The address changed (Back, a link): the filter follows it. */
      restore(name, address, value) {
        const text = new URLSearchParams(split(address || "")[1]).get(name) || "";
        if (asText(value) === text) return wait();
        if (name === "from" || name === "to") return text ? Number(text) : null;
        return text ? text.split(",") : [];
      },
    },
  });

  function go(address) {
    back = null;
    window.history.replaceState({ ...window.history.state, y: window.scrollY }, "");
    window.history.pushState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  window.sixbases = Object.assign(window.sixbases || {}, {
    /* What stands still comes as one piece of HTML, escaped by the server. */
    Markup: ({ tag, attributes, html }) =>
      window.React.createElement(tag, { ...attributes, dangerouslySetInnerHTML: { __html: html } }),
    /* A region of the map is chosen; a second click lets it go. */
    pick(code) {
      const chosen = asText(new URLSearchParams(window.location.search).get("region")).split(",").filter(Boolean);
      const next = chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code];
      const search = change("region", next.join(","));
      if (search !== wait()) go(window.location.pathname + search);
    },
  });

  const app = () => document.querySelector("#react-entry-point [data-title]");

  /* A link inside the dashboard changes the page without loading anew. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[data-page]");
    const isPlain = !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || event.defaultPrevented || !app()) return;
    event.preventDefault();
    go(link.href);
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

  /* ---- the page has come ---- */
  let isLeaving = false; // another page was asked for
  let back = null; // px from the top where the reader left the page that comes back
  let last = null;
  window.addEventListener("popstate", (event) => { back = (event.state && event.state.y) || null; });

  /* The element that has the focus, by what it says: parts that come anew are made anew. */
  function focused() {
    const at = document.activeElement;
    return at && at !== document.body && { id: at.id, tag: at.tagName, said: said(at) };
  }

  /* What is read out; a sign of the sorting, say, is not. */
  function said(element) {
    const parts = [...element.childNodes].filter((part) => !part.ariaHidden);
    return element.getAttribute("aria-label") || parts.map((part) => part.textContent).join("").trim();
  }

  function refocus(was) {
    if (!was || (document.activeElement && document.activeElement !== document.body)) return;
    const alike = [...document.querySelectorAll("#react-entry-point " + was.tag)];
    const again = (was.id && document.getElementById(was.id)) || alike.find((each) => said(each) === was.said);
    if (again) again.focus({ preventScroll: true });
  }

  /* ---- filters leave the reader where he is ---- */
  const results = () => document.querySelector("#react-entry-point #page-results");
  let kept = null; // before the results change: their first element, the focus, what is open

  function keep() {
    const here = results();
    const open = here ? [...here.querySelectorAll(".table-button[aria-expanded='true']")] : [];
    kept = here && { first: here.firstElementChild, focus: focused(), open: open.map((each) => each.getAttribute("aria-controls")) };
  }

  function restore() {
    const here = kept && results();
    if (!here || here.firstElementChild === kept.first) return;
    const { focus, open } = kept;
    kept = null;
    open.forEach((name) => {
      const button = here.querySelector(`.table-button[aria-controls="${name}"][aria-expanded="false"]`);
      if (button) button.click();
    });
    refocus(focus);
    say(here.dataset.said);
  }

  /* Who listens is told that the page has changed. */
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");

  function say(text) {
    if (!status.isConnected) document.getElementById("main").append(status);
    status.textContent = "";
    setTimeout(() => { status.textContent = text; });
  }

  /* The page that could be read at once makes way for the one that works. */
  function takeOver() {
    const first = document.getElementById("first-page");
    if (!first || !app()) return;
    const y = window.scrollY;
    const was = first.contains(document.activeElement) && focused();
    const typed = [...first.querySelectorAll("input[name]")].filter((each) => each.value !== each.defaultValue);
    first.remove();
    document.getElementById("react-entry-point").parentElement.hidden = false;
    window.scrollTo(0, y);
    typed.forEach(({ name, value }) => {
      const field = document.querySelector(`#react-entry-point input[name="${name}"]`);
      if (field) field.value = value;
    });
    refocus(was);
    if (!y) toPlace();
  }

  /* The place on the page that the address names. */
  function toPlace() {
    const named = window.location.hash && document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (!named) return false;
    named.scrollIntoView();
    named.tabIndex = named.tabIndex < 0 ? -1 : named.tabIndex; // the Tab key goes on from there
    named.focus({ preventScroll: true });
    return true;
  }

  /* Who reads by keyboard or by ear goes on at the top of the new page. */
  function arrive() {
    isLeaving = false;
    const main = document.getElementById("main");
    if (main) main.focus({ preventScroll: true });
    if (back !== null || !toPlace()) window.scrollTo(0, back || 0);
    back = null;
  }

  new MutationObserver(() => {
    takeOver();
    restore();
    const found = app();
    if (!found || found === last) return;
    last = found;
    const page = found.querySelector(".page");
    if (page && page.lang) document.documentElement.lang = page.lang;
    if (found.dataset.title) document.title = found.dataset.title;
    document.dispatchEvent(new Event("page-shown"));
    if (isLeaving) arrive();
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
