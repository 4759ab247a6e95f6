/* Draws the one chart of an embed as large as its iframe. */
const LEAST = 0.6; // the share of its height that a plot may shrink to; below that the frame scrolls
const place = document.getElementById("embed-figure");
const figure = JSON.parse(document.getElementById("embed-data").textContent);
const { width, height, ...layout } = figure.layout;
const { t = 0, b = 0 } = layout.margin || {};
if (height) place.style.minHeight = `${t + b + LEAST * (height - t - b)}px`;
const shape = { displayModeBar: false, displaylogo: false, showSendToCloud: false, scrollZoom: false, doubleClick: false };
const config = { ...shape, responsive: true, locale: document.documentElement.lang };
window.Plotly.newPlot(place, figure.data, { ...layout, autosize: true }, config);
