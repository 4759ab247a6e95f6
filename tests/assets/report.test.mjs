import assert from "node:assert/strict";
import { test } from "node:test";
import { forbidden, inside, storage } from "./script.mjs";

const NAME = "sixbases-report";
const TREND = { address: "/chart/trend?indicator=economy.gdp", title: "GDP" };
const MAP = { address: "/chart/map?indicator=economy.gdp", title: "Map" };

/* The script on the page of a report, in a window that has put these charts by; the list says these words. */
function withCharts(text, names, words = {}, localStorage = storage({ [NAME]: text })) {
  const part = () => ({ textContent: "", addEventListener() {}, replaceChildren() {} });
  const parts = { ".basket-said": part(), ".basket-list": { ...part(), getAttribute: (name) => words[name] } };
  const form = {
    elements: { charts: {} },
    querySelector: (selector) => (parts[selector] ??= part()),
    querySelectorAll: () => [],
  };
  const element = () => ({ setAttribute() {}, append() {} });
  const document = { addEventListener() {}, createElement: element, querySelector: () => form };
  const window = { localStorage, addEventListener() {} };
  const script = inside("report.js", names, { window, document });
  return { ...script, localStorage, said: parts[".basket-said"] };
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

test("where storage is forbidden nothing is read, and that nothing is kept is said", () => {
  const words = { "data-unsaved": "not kept" };
  const { kept, keep, said } = withCharts("", ["kept", "keep"], words, forbidden());
  assert.deepEqual(kept(), []);
  keep([TREND], "moved", {});
  assert.equal(said.textContent, "not kept");
});

test("a chart without a title is called by its address", () => {
  const { titleOf } = withCharts("[]", ["titleOf"]);
  assert.equal(titleOf(TREND), "GDP");
  assert.equal(titleOf({ ...TREND, title: "  " }), TREND.address);
  assert.equal(titleOf({ ...TREND, title: 3 }), TREND.address);
});

test("holes are filled with values as they are, and unknown holes stay", () => {
  const { words } = withCharts("[]", ["words"], { "data-moved": "{title} to {place} of {all}" });
  assert.equal(words("moved", { title: "$& {place}", place: 2 }), "$& {place} to 2 of {all}");
  assert.equal(words("removed", {}), "");
});

test("a chart moves to its place and what is so now is said", () => {
  const words = { "data-moved": "{title} {place}/{count}" };
  const { move, localStorage, said } = withCharts(JSON.stringify([TREND, MAP]), ["move"], words);
  move(0, 1);
  assert.deepEqual(JSON.parse(localStorage.kept[NAME]), [MAP, TREND]);
  assert.equal(said.textContent, "GDP 2/2");
});

test("a chart taken out leaves the others in order", () => {
  const words = { "data-removed": "{title}, {count} left" };
  const { move, localStorage, said } = withCharts(JSON.stringify([TREND, MAP, TREND]), ["move"], words);
  move(1);
  assert.deepEqual(JSON.parse(localStorage.kept[NAME]), [TREND, TREND]);
  assert.equal(said.textContent, "Map, 2 left");
});
