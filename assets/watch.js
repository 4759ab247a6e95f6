/* A newer release is announced; the server that is away is asked again, the page is read anew. */
(() => {
  "use strict";
  const { onClick, again } = window.sixbases;
  const NEWS_MS = 120000;
  const root = document.documentElement;
  const shown = () => document.querySelector("[data-release]");
  let newest = 0; // release, as far as it is known

  const compare = () => root.toggleAttribute("data-newer", Boolean(shown()) && newest > Number(shown().dataset.release));

  async function news() {
    if (!shown() || document.hidden) return;
    try {
      const { release } = await (await fetch("/healthz")).json();
      newest = release || newest;
    } catch {
      return; // the next request of the reader says so
    }
    compare();
  }

  setInterval(news, NEWS_MS);
  document.addEventListener("visibilitychange", news);
  document.addEventListener("page-shown", compare);
  onClick("[data-retry]", again);
  onClick("[data-reload]", () => window.location.reload());
})();
