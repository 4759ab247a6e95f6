import assert from "node:assert/strict";
import { test } from "node:test";
import { forbidden, inside, storage } from "./script.mjs";

const NAME = "sixbases-report";
const TREND = { address: "/chart/trend?indicator=economy.gdp", title: "GDP" };
const MAP = { address: "/chart/map?indicator=economy.gdp", title: "Map" };

/* The script in a window that has put these charts by. */
function withCharts(text, names) {
  const localStorage = storage({ [NAME]: text });
  const window = { localStorage, addEventListener() {}, dispatchEvent() {} };
  return { ...inside("report.js", names, { window }), localStorage };
}

/* The list of a page: its words in attributes, and a place beside it for what is said. */
function list(words) {
  const said = { textContent: "" };
  const form = { querySelector: () => said };
  return { getAttribute: (name) => words[name], closest: () => form, said };
}

for (const [what, text, count] of [
  ["nothing put by", "[]", 0],
  ["no list", '{"address": "/chart/trend"}', 0],
  ["no JSON", "[{", 0],
  ["nothing in the list", "[null, 3, {}]", 0],
  ["other addresses", '[{"address": "/base/coal"}, {"address": "https://x.example/chart/trend"}]', 0],
  ["an address that only begins as one", '[{"address": "/chart/trend/../../x"}]', 0],
  ["two charts", JSON.stringify([TREND, MAP]), 2],
]) {
  test(`only charts of this dashboard are read: ${what}`, () => {
    assert.equal(withCharts(text, ["kept"]).kept().length, count);
  });
}

test("where storage is forbidden nothing is read and nothing is kept", () => {
  const window = { localStorage: forbidden(), addEventListener() {}, dispatchEvent() {} };
  const { kept, keep } = inside("report.js", ["kept", "keep"], { window });
  assert.deepEqual(kept(), []);
  assert.equal(keep([TREND]), false);
});

test("a chart without a title is called by its address", () => {
  const { titleOf } = inside("report.js", ["titleOf"]);
  assert.equal(titleOf(TREND), "GDP");
  assert.equal(titleOf({ ...TREND, title: "  " }), TREND.address);
  assert.equal(titleOf({ ...TREND, title: 3 }), TREND.address);
});

test("holes are filled with values as they are, and unknown holes stay", () => {
  const { words } = inside("report.js", ["words"]);
  const said = list({ "data-moved": "{title} to {place} of {all}" });
  assert.equal(words(said, "moved", { title: "$& {place}", place: 2 }), "$& {place} to 2 of {all}");
  assert.equal(words(list({}), "moved", {}), "");
});

test("a chart moves to its place and what is so now is said", () => {
  const { move, localStorage } = withCharts(JSON.stringify([TREND, MAP]), ["move"]);
  const shown = list({ "data-moved": "{title} {place}/{count}" });
  move(shown, 0, 1);
  assert.deepEqual(JSON.parse(localStorage.kept[NAME]), [MAP, TREND]);
  assert.equal(shown.said.textContent, "GDP 2/2");
});

test("a chart taken out leaves the others in order", () => {
  const { remove, localStorage } = withCharts(JSON.stringify([TREND, MAP, TREND]), ["remove"]);
  const shown = list({ "data-removed": "{title}, {count} left" });
  remove(shown, 1);
  assert.deepEqual(JSON.parse(localStorage.kept[NAME]), [TREND, TREND]);
  assert.equal(shown.said.textContent, "Map, 2 left");
});
