/* The menu on a chart. Pictures come from the server, or from this browser where it has none. */
const { near, onClick, stored, store, copy, plotly } = window.sixbases;
const REPORT = "sixbases-report"; // the charts put by for a report: [{address, title}]
const SHOWN_MS = 6000;
const GAP = 8; // px that the menu keeps from the edge of the window
const LEAST_ROOM = 160; // px of height; below that it scrolls
const PICTURE_WIDTH = 1600;
const LEAST_WIDTH = 480; // px, before it is enlarged
const kept = () => stored(REPORT, []);

/* What happened is said beside the button, also to a screen reader. */
function say(box, word) {
  const place = box.querySelector(".menu-said");
  const text = box.getAttribute(`data-said-${word}`) || "";
  place.textContent = text.replace("{count}", String(kept().length));
  clearTimeout(place.timer);
  if (word !== "working") place.timer = setTimeout(() => place.replaceChildren(), SHOWN_MS);
}

/* ---- pictures ---- */
/* The whole figure, with its words, comes from the server; this browser draws it. */
async function drawnHere(box, format) {
  const figure = await (await fetch(box.dataset.address.replace(/(?=\?|$)/, ".json"))).json();
  const width = Math.max(LEAST_WIDTH, near(box, "figure.chart").querySelector(".plot").clientWidth);
  const scale = format === "svg" ? 1 : PICTURE_WIDTH / width;
  await plotly();
  const address = await window.Plotly.toImage(figure, { format, width, height: figure.layout.height, scale });
  return (await fetch(address)).blob();
}

function fileName(answer, box, format) {
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition") || "");
  const own = box.dataset.title.replace(/[\\/:*?"<>|\s]+/g, "_");
  return named ? decodeURIComponent(named[1]) : `${own}.${format}`;
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
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), SHOWN_MS);
}

async function download(box, { href, dataset }) {
  say(box, "working");
  const made = await picture(box, href, dataset.picture);
  save(made);
  return made.word;
}

/* Without https no picture goes to the clipboard. The promise goes in as it is: a browser may ask for a fresh click. */
async function copyPicture(box) {
  say(box, "working");
  const made = picture(box, box.querySelector('[data-picture="png"]').href, "png");
  if (!(window.isSecureContext && navigator.clipboard?.write && window.ClipboardItem)) {
    save(await made);
    return "download";
  }
  await navigator.clipboard.write([new window.ClipboardItem({ "image/png": made.then(({ blob }) => blob) })]);
  return "copied";
}

/* ---- what each item does, and the word it ends with ---- */
function addToReport({ dataset: { address, title } }) {
  const list = kept();
  if (list.some((each) => each.address === address)) return "already";
  return store(REPORT, [...list, { address, title }]) ? "added" : "failed";
}

const copied = (text) => copy(text).then(() => "copied");
const DOES = {
  picture: copyPicture,
  copy: (_, { dataset }) => copied(dataset.text || window.location.origin + dataset.path),
  snippet: (_, button) => copied(button.previousElementSibling.textContent),
  report: addToReport,
};

async function run(box, task) {
  close(box.querySelector("details"));
  try {
    say(box, await task());
  } catch {
    say(box, "failed");
  }
}

/* The snippets unfold inside the menu. */
function unfold(button) {
  const list = button.nextElementSibling;
  list.hidden = !list.hidden;
  button.setAttribute("aria-expanded", !list.hidden);
  place(near(button, "details"));
  if (!list.hidden) list.scrollIntoView({ block: "nearest" });
}

onClick(".menu-box button[data-do]", (button) => {
  const box = near(button, ".menu-box");
  if (button.dataset.do === "embed") unfold(button);
  else run(box, async () => DOES[button.dataset.do](box, button));
});
onClick(".menu-box a[data-picture]", (link, event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const box = near(link, ".menu-box");
  run(box, () => download(box, link));
});

/* ---- opening, closing, moving ---- */
function close(menu) {
  const isInside = menu.contains(document.activeElement);
  menu.open = false;
  if (isInside) menu.querySelector("summary").focus();
}

/* One menu is open at a time, and none when the reader is elsewhere. */
for (const type of ["click", "focusin"]) {
  document.addEventListener(type, ({ target }) => {
    for (const menu of document.querySelectorAll("details:is(.menu, .nav-more)[open]")) menu.open = menu.contains(target);
  });
}

/* The menu opens where there is room; style sheets place it on a phone. */
function place(menu) {
  const items = menu.querySelector(".menu-items");
  const button = menu.querySelector("summary").getBoundingClientRect();
  const below = window.innerHeight - button.bottom - GAP;
  const above = button.top - GAP;
  const isUp = items.scrollHeight > below && above > below;
  items.classList.toggle("menu-up", isUp);
  items.style.setProperty("--room", `${Math.max(isUp ? above : below, LEAST_ROOM)}px`);
  items.style.setProperty("--shift", "0px");
  items.style.setProperty("--shift", `${Math.min(0, items.getBoundingClientRect().left - GAP)}px`);
}

/* Without a public address of its own the snippet names the one that the reader uses. */
function opened({ target: menu }) {
  if (!menu.matches?.("details.menu[open]")) return;
  for (const code of menu.querySelectorAll("code"))
    code.textContent = code.textContent.replace('src="/', `src="${window.location.origin}/`);
  menu.querySelector(".menu-count").textContent = kept().length || "";
  place(menu);
}
document.addEventListener("toggle", opened, true);

/* Arrow keys go round the items, from the button to the first or the last one. */
function step(menu, key) {
  const items = [...menu.querySelectorAll("summary ~ * :is(a, button)")].filter((item) => item.offsetParent);
  const at = items.indexOf(document.activeElement);
  const to = { Home: 0, End: -1, ArrowUp: at < 0 ? -1 : at - 1, ArrowDown: at + 1 }[key];
  items[(to + items.length) % items.length].focus();
}

document.addEventListener("keydown", (event) => {
  const menu = near(event.target, "details:is(.menu, .nav-more)");
  if (menu?.open && event.key === "Escape") close(menu);
  const isStep = ["ArrowUp", "ArrowDown"].includes(event.key) || (menu?.open && ["Home", "End"].includes(event.key));
  if (!menu || !isStep) return;
  event.preventDefault();
  menu.open = true;
  step(menu, event.key);
});
