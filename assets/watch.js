/* A newer release is announced; a server that is away is asked again on demand. */
(function () {
  "use strict";
  const NEWS_MS = 120000;
  const root = document.documentElement;
  let newest = 0; // release, as far as it is known

  const shown = () => document.querySelector("[data-release]");

  function compare() {
    if (shown() && newest > Number(shown().dataset.release)) root.dataset.newer = "";
    else delete root.dataset.newer;
  }

  async function news() {
    if (!shown() || document.hidden) return;
    try {
      const { release } = await (await fetch("/healthz")).json();
      newest = release || newest;
      compare();
    } catch (error) { /* the next request of the reader says so */ }
  }
  setInterval(news, NEWS_MS);
  document.addEventListener("visibilitychange", news);
  document.addEventListener("page-shown", compare);

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-retry], [data-reload]");
    if (!button) return;
    if ("retry" in button.dataset) window.sixbases.again();
    else window.location.reload();
  });
})();
