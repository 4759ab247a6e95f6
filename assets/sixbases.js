/* The address bar holds the state of a page. What needs no server happens here. */
(function () {
  "use strict";
  const wait = () => window.dash_clientside.no_update;
  const PAGES_OWN = ["lang", "asof", "id"]; // a change of these is another page, not another filter

  function split(address) {
    const at = address.indexOf("?");
    return at < 0 ? [address, ""] : [address.slice(0, at), address.slice(at)];
  }

  function isSamePage(before, after) {
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
        if (isSamePage(shown || "", address)) return [wait(), address, address];
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
  let last = null;

  /* The page that could be read at once makes way for the one that works. */
  function takeOver() {
    const first = document.getElementById("first-page");
    if (!first || !app()) return;
    const y = window.scrollY;
    first.remove();
    document.getElementById("react-entry-point").parentElement.hidden = false;
    window.scrollTo(0, y);
    toPlace();
  }

  /* The place on the page that the address names. */
  function toPlace() {
    const named = window.location.hash && document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (named) named.scrollIntoView();
    return Boolean(named);
  }

  /* Who reads by keyboard or by ear goes on at the top of the new page. */
  function arrive() {
    isLeaving = false;
    const main = document.getElementById("main");
    if (main) main.focus({ preventScroll: true });
    if (!toPlace()) window.scrollTo(0, 0);
  }

  new MutationObserver(() => {
    takeOver();
    const found = app();
    if (!found || found === last) return;
    last = found;
    const page = found.querySelector(".page");
    if (page && page.lang) document.documentElement.lang = page.lang;
    if (found.dataset.title) document.title = found.dataset.title;
    if (isLeaving) arrive();
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
