/* An unreachable server is said and asked again; a newer release is announced. */
(function () {
  "use strict";
  const OURS = /\/_dash-(update-component|layout|dependencies)$/;
  const GONE = [502, 503, 504]; // a proxy whose server is away
  const AGAIN_MS = 3000;
  const NEWS_MS = 120000;
  const root = document.documentElement;
  const plain = window.fetch.bind(window);
  const sleepers = new Set(); // what ends the pause before the next try of each that waits
  let waiting = 0; // requests under way
  let newest = 0; // release, as far as it is known

  const pause = () => new Promise((done) => {
    const wake = () => {
      clearTimeout(timer);
      sleepers.delete(wake);
      done();
    };
    const timer = setTimeout(wake, AGAIN_MS);
    sleepers.add(wake);
  });

  /* What Dash asks for waits until the server is back: no click of a reader is lost. */
  async function patient(resource, options) {
    for (;;) {
      try {
        const answer = await plain(resource, options);
        if (!GONE.includes(answer.status) || (await isOurs(answer.clone()))) {
          delete root.dataset.offline;
          return answer;
        }
      } catch (error) {
        if (options && options.signal && options.signal.aborted) throw error;
      }
      root.dataset.offline = "";
      await pause();
    }
  }

  /* Our own 503 (no release yet) is an answer, not an absence. */
  async function isOurs(answer) {
    return (answer.headers.get("Content-Type") || "").includes("application/json");
  }

  window.fetch = (resource, options) => {
    const path = new URL(typeof resource === "string" ? resource : resource.url, window.location.href).pathname;
    if (!OURS.test(path)) return plain(resource, options);
    waiting += 1;
    root.dataset.waiting = "";
    return patient(resource, options).finally(() => {
      waiting -= 1;
      if (!waiting) delete root.dataset.waiting;
    });
  };

  const shown = () => document.querySelector("#react-entry-point [data-release]");

  function compare() {
    if (shown() && newest > Number(shown().dataset.release)) root.dataset.newer = ""; else delete root.dataset.newer;
  }

  async function news() {
    if (!shown() || document.hidden) return;
    try {
      const { release } = await (await plain("/healthz")).json();
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
    if ("retry" in button.dataset) sleepers.forEach((wake) => wake()); else window.location.reload();
  });
})();
