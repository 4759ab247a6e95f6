import assert from "node:assert/strict";
import { test } from "node:test";
import { inside, storage } from "./script.mjs";

const NAME = "sixbases-report";
const BOX = { dataset: { address: "/chart/trend?indicator=economy.gdp", title: 'GDP: a/b "c"\n2024' } };
const answer = (header) => ({ headers: { get: () => header } });

test("a picture is called as its server calls it", () => {
  const { fileName } = inside("menu.js", ["fileName"]);
  const header = "attachment; filename*=UTF-8''%E5%8E%9F%E7%85%A4_R1.png; size=3";
  assert.equal(fileName(answer(header), BOX, "png"), "原煤_R1.png");
});

test("a picture of the browser is called by its title, without what no file name holds", () => {
  const { fileName } = inside("menu.js", ["fileName"]);
  assert.equal(fileName(answer(null), BOX, "svg"), "GDP_a_b_c_2024.svg");
});

test("a chart is put by for a report once, behind the others", () => {
  const localStorage = storage({ [NAME]: '[{"address": "/chart/map"}]' });
  const window = { localStorage, addEventListener() {}, dispatchEvent() {} };
  const { addToReport, kept } = inside("menu.js", ["addToReport", "kept"], { window });
  assert.equal(addToReport(BOX), "added");
  assert.equal(addToReport(BOX), "already");
  assert.deepEqual(kept(), [{ address: "/chart/map" }, { ...BOX.dataset }]);
});

test("a list that cannot be read is an empty one", () => {
  for (const text of ["[{", "3", '{"a": 1}']) {
    const window = { localStorage: storage({ [NAME]: text }) };
    assert.deepEqual(inside("menu.js", ["kept"], { window }).kept(), []);
  }
});

/* Items as a menu's links and buttons; `at` has the focus. */
function pressed(key, at) {
  const found = [];
  const items = [0, 1, 2].map((number) => ({ offsetParent: {}, focus: () => found.push(number) }));
  const document = { activeElement: items[at], addEventListener() {}, querySelectorAll: () => [] };
  inside("menu.js", ["step"], { document }).step({ querySelectorAll: () => items }, key);
  return found[0];
}

for (const [key, at, to] of [
  ["ArrowDown", -1, 0],
  ["ArrowUp", -1, 2],
  ["ArrowDown", 0, 1],
  ["ArrowDown", 2, 0],
  ["ArrowUp", 0, 2],
  ["Home", 1, 0],
  ["End", 1, 2],
]) {
  test(`${key} leads from item ${at} to item ${to}`, () => {
    assert.equal(pressed(key, at), to);
  });
}
