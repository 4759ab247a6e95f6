/* Draws the one chart of an embed as large as its iframe. */
(function () {
  "use strict";
  const place = document.getElementById("embed-figure");
  if (!place) return; // a page of the dashboard itself
  const LEAST = 0.6; // the share of its height that a plot may shrink to; below that the frame scrolls
  const figure = JSON.parse(document.getElementById("embed-data").textContent);
  const { width, height, ...layout } = figure.layout;
  const margin = layout.margin || {};
  const words = (margin.t || 0) + (margin.b || 0);
  if (height) place.style.minHeight = words + LEAST * (height - words) + "px";
  window.Plotly.newPlot(place, figure.data, { ...layout, autosize: true }, {
    displayModeBar: false,
    displaylogo: false,
    showSendToCloud: false,
    responsive: true,
    scrollZoom: false,
    doubleClick: false,
    locale: document.documentElement.lang,
  });
})();
