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
        window.scrollTo(0, 0);
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
      /* A click on the map chooses the prefecture; a second one lets it go. */
      pick(click) {
        const point = click && click.points && click.points[0];
        const code = point && [].concat(point.customdata)[0];
        if (!code) return wait();
        const chosen = asText(new URLSearchParams(window.location.search).get("region")).split(",").filter(Boolean);
        const next = chosen.includes(code) ? chosen.filter((c) => c !== code) : [...chosen, code];
        return change("region", next.join(","));
      },
    },
  });

  /* What stands still comes as one piece of HTML, escaped by the server. */
  window.sixbases = {
    Markup: ({ tag, attributes, html }) =>
      window.React.createElement(tag, { ...attributes, dangerouslySetInnerHTML: { __html: html } }),
  };

  /* A link inside the dashboard changes the page without loading anew. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[data-page]");
    const isPlain = !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    window.history.pushState({}, "", link.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
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

  /* Title and language of the document follow the page. */
  new MutationObserver(() => {
    const page = document.querySelector(".page");
    if (!page) return;
    if (page.lang && document.documentElement.lang !== page.lang) document.documentElement.lang = page.lang;
    const titled = document.querySelector("[data-title]");
    const title = titled && titled.dataset.title;
    if (title && document.title !== title) document.title = title;
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-title"] });
})();
