/* A newer release is announced; the server that is away is asked again, the page is read anew. */
const { root, onClick, again } = window.sixbases;
const NEWS_MS = 120000;
const shown = () => document.querySelector("[data-release]");
let newest = 0; // release, as far as it is known

const compare = () => root.toggleAttribute("data-newer", Boolean(shown()) && newest > Number(shown().dataset.release));

async function news() {
  if (!shown() || document.hidden) return;
  const { release } = await fetch("/healthz")
    .then((answer) => answer.json())
    .catch(() => ({})); // away: the next request of the reader says so
  newest = release || newest;
  compare();
}

setInterval(news, NEWS_MS);
document.addEventListener("visibilitychange", news);
document.addEventListener("page-shown", compare);
onClick("[data-retry]", again);
onClick("[data-reload]", () => window.location.reload());
