/* The menu on a chart. Pictures come from the server, or from this browser where it has none. */
(function () {
  "use strict";
  const REPORT = "sixbases-report"; // the charts put by for a report: [{address, title}]
  const SHOWN_MS = 6000;
  const GAP = 8; // px that the menu keeps from the edge of the window
  const PICTURE_WIDTH = 1600;
  const LEAST_WIDTH = 480; // px, before it is enlarged

  const near = (target, selector) => (target && target.closest ? target.closest(selector) : null);
  const boxOf = (target) => near(target, ".menu-box");
  const openMenus = () => [...document.querySelectorAll("details.menu[open]")];

  /* What happened is said beside the button, also to a screen reader. */
  function say(box, word) {
    const place = box.querySelector(".menu-said");
    const text = box.getAttribute("data-said-" + word) || "";
    place.textContent = text.replace("{count}", String(kept().length));
    clearTimeout(place.timer);
    if (word !== "working") place.timer = setTimeout(() => { place.textContent = ""; }, SHOWN_MS);
  }

  /* ---- pictures ---- */
  /* The whole figure, with its words, comes from the server; this browser draws it. */
  async function drawnHere(box, format) {
    const [path, query] = box.dataset.address.split("?");
    const figure = await (await fetch(path + ".json" + (query ? "?" + query : ""))).json();
    const width = Math.max(LEAST_WIDTH, near(box, "figure.chart").querySelector(".plot").clientWidth);
    const { height } = figure.layout;
    const scale = format === "svg" ? 1 : PICTURE_WIDTH / width;
    await window.sixbases.plotly();
    const address = await window.Plotly.toImage(figure, { format, width, height, scale });
    if (format !== "svg") return (await fetch(address)).blob();
    const text = decodeURIComponent(address.slice(address.indexOf(",") + 1));
    return new Blob([text], { type: "image/svg+xml" });
  }

  function fileName(answer, box, format) {
    const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition") || "");
    const own = box.dataset.title.replace(/[\\/:*?"<>|\s]+/g, "_");
    return named ? decodeURIComponent(named[1]) : own + "." + format;
  }

  /* The server's picture; 503 means that it can make none now. */
  async function picture(box, address, format) {
    const answer = await fetch(address);
    const name = fileName(answer, box, format);
    if (answer.ok) return { name, blob: await answer.blob(), word: "saved" };
    if (answer.status !== 503) throw new Error(String(answer.status));
    return { name, blob: await drawnHere(box, format), word: "browser" };
  }

  function save({ name, blob }) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), SHOWN_MS);
  }

  async function download(box, address, format) {
    say(box, "working");
    const made = await picture(box, address, format);
    save(made);
    return made.word;
  }

  async function copyPicture(box) {
    const address = box.querySelector('[data-picture="png"]').href;
    say(box, "working");
    const made = picture(box, address, "png");
    if (!window.sixbasesClipboard.holdsPictures()) {
      save(await made);
      return "download";
    }
    await window.sixbasesClipboard.picture(made.then(({ blob }) => blob));
    return "copied";
  }

  /* ---- the report ---- */
  function kept() {
    try {
      const list = JSON.parse(window.localStorage.getItem(REPORT) || "[]");
      return Array.isArray(list) ? list : [];
    } catch (error) {
      return []; // unreadable or forbidden: nothing is kept
    }
  }

  function addToReport(box) {
    const { address, title } = box.dataset;
    const list = kept();
    const isThere = list.some((each) => each.address === address);
    if (!isThere) {
      window.localStorage.setItem(REPORT, JSON.stringify([...list, { address, title }]));
      window.dispatchEvent(new CustomEvent(REPORT));
    }
    return isThere ? "already" : "added";
  }

  function count(box) {
    const n = kept().length;
    box.querySelector(".menu-count").textContent = n ? String(n) : "";
  }

  /* ---- what each item does, and the word it ends with ---- */
  const DOES = {
    picture: copyPicture,
    copy: (box, { dataset }) =>
      window.sixbasesClipboard.text(dataset.text || window.location.origin + dataset.path).then(() => "copied"),
    snippet: (box, button) =>
      window.sixbasesClipboard.text(button.previousElementSibling.textContent).then(() => "copied"),
    report: addToReport,
  };

  async function run(box, task) {
    close(box.querySelector("details"));
    try {
      say(box, await task());
    } catch (error) {
      say(box, "failed");
    }
  }

  /* The snippets unfold inside the menu. */
  function unfold(button) {
    const list = button.nextElementSibling;
    list.hidden = !list.hidden;
    button.setAttribute("aria-expanded", String(!list.hidden));
    place(near(button, "details"));
    if (!list.hidden) list.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("click", (event) => {
    const box = boxOf(event.target);
    openMenus().filter((menu) => !box || !box.contains(menu)).forEach((menu) => { menu.open = false; });
    const button = box && near(event.target, "button[data-do]");
    const link = box && near(event.target, "a[data-picture]");
    if (button && button.dataset.do === "embed") unfold(button);
    else if (button) run(box, async () => DOES[button.dataset.do](box, button));
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    run(box, () => download(box, link.href, link.dataset.picture));
  });

  /* ---- opening, closing, moving ---- */
  function close(menu) {
    const isInside = menu.contains(document.activeElement);
    menu.open = false;
    if (isInside) menu.querySelector("summary").focus();
  }

  /* The menu opens where there is room; style sheets place it on a phone. */
  function place(menu) {
    const items = menu.querySelector(".menu-items");
    const button = menu.querySelector("summary").getBoundingClientRect();
    const below = window.innerHeight - button.bottom - GAP;
    const above = button.top - GAP;
    const isUp = items.scrollHeight > below && above > below;
    items.classList.toggle("menu-up", isUp);
    items.style.setProperty("--room", Math.max(isUp ? above : below, 160) + "px");
    items.style.setProperty("--shift", "0px");
    const beyond = GAP - items.getBoundingClientRect().left;
    if (beyond > 0) items.style.setProperty("--shift", -beyond + "px");
  }

  /* Without a public address of its own the snippet names the one that the reader uses. */
  function complete(menu) {
    menu.querySelectorAll("code").forEach((code) => {
      code.textContent = code.textContent.replace('src="/', 'src="' + window.location.origin + "/");
    });
  }

  document.addEventListener("toggle", (event) => {
    const menu = event.target;
    if (!menu.matches || !menu.matches("details.menu[open]")) return;
    complete(menu);
    count(boxOf(menu));
    place(menu);
  }, true);

  document.addEventListener("focusin", (event) => {
    openMenus().filter((menu) => !menu.contains(event.target)).forEach((menu) => { menu.open = false; });
  });

  const STEPS = { ArrowDown: 1, ArrowUp: -1 };

  /* Arrow keys go round the items, from the button to the first or the last one. */
  function step(menu, key) {
    const items = [...menu.querySelectorAll(".menu-items a, .menu-items button")].filter((item) => item.offsetParent);
    const at = items.indexOf(document.activeElement);
    const next = at < 0 ? (key === "ArrowUp" ? -1 : 0) : at + (STEPS[key] || 0);
    const to = key === "Home" ? 0 : key === "End" ? -1 : next;
    items[(to + items.length) % items.length].focus();
  }

  document.addEventListener("keydown", (event) => {
    const menu = near(event.target, "details.menu");
    if (!menu) return;
    if (event.key === "Escape" && menu.open) {
      close(menu);
    } else if (event.key in STEPS || (menu.open && ["Home", "End"].includes(event.key))) {
      event.preventDefault();
      menu.open = true;
      step(menu, event.key);
    }
  });
})();
