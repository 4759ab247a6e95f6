import assert from "node:assert/strict";
import { test } from "node:test";
import { inside } from "./script.mjs";

const ORIGIN = "https://bases.example";
const url = (path) => new URL(path, ORIGIN);

for (const [what, search, changes, written] of [
  ["nothing chosen is no query", "", { region: "" }, ""],
  ["commas stay commas", "?from=2018", { region: "522600,522700" }, "?from=2018&region=522600,522700"],
  ["what is let go goes, the rest stays", "?region=522600&lang=en", { region: "" }, "?lang=en"],
  ["what an empty form field sends is let go, too", "?region=&from=2020", {}, "?from=2020"],
  ["signs are escaped", "", { id: "a&b" }, "?id=a%26b"],
]) {
  test(`an address says only what is chosen: ${what}`, () => {
    const { changed } = inside("live.js", ["changed"]);
    assert.equal(changed(search, changes), written);
  });
}

for (const [one, other, isSame] of [
  ["/targets?sort=due", "/targets?status=missed", true],
  ["/targets", "/targets?lang=en", false],
  ["/targets?asof=1", "/targets", false],
  ["/sources", "/sources?id=cppcc-2023", false],
  ["/targets", "/projects", false],
]) {
  test(`${one} and ${other} are ${isSame ? "one page" : "two pages"}`, () => {
    const { isSamePage } = inside("live.js", ["isSamePage"]);
    assert.equal(isSamePage(url(one), url(other)), isSame);
  });
}

test("what a control holds is a text of the address", () => {
  const { textOf } = inside("live.js", ["textOf"]);
  for (const [value, text] of [
    [["a", "b"], "a,b"],
    [[], ""],
    [["520100", "520100,520200"], "520100,520200"], // a choice may stand for several, each of them once
    [2018, "2018"],
    [null, ""],
    [undefined, ""],
    [Number.NaN, ""],
  ]) {
    assert.equal(textOf(value), text);
  }
});

/* A field of a year by its id, in a form whose fields say where the data begin and end. */
function yearField(id, value = "") {
  const field = { id, value };
  const form = {
    elements: { "plain-from": { dataset: { start: "1993" } }, "plain-to": { dataset: { start: "2026" } } },
    addEventListener() {},
  };
  const document = {
    documentElement: { dataset: {} },
    addEventListener() {},
    querySelector: () => null,
    createElement: () => ({ dataset: {} }),
  };
  const { begin } = inside("live.js", ["begin"], { document: { ...document, getElementById: () => form } });
  const within = { querySelector: () => field };
  return { field, begin, target: { closest: () => within, matches: () => true } };
}

for (const [id, value, step, left] of [
  ["filter-from", "", { type: "click" }, 1992], // and the button adds one
  ["filter-to", "", { type: "click" }, 2025],
  ["filter-to", "", { type: "keydown", key: "ArrowDown" }, 2027],
  ["plain-to", "", { type: "keydown", key: "ArrowUp" }, 2025],
  ["filter-to", "2020", { type: "keydown", key: "ArrowUp" }, "2020"],
  ["filter-to", "", { type: "keydown", key: "2" }, ""],
]) {
  test(`${step.key ?? "a button"} in ${id} that holds “${value}” steps from ${left || "nothing"}`, () => {
    const { field, begin, target } = yearField(id, value);
    begin({ target, ...step });
    assert.equal(field.value, left);
  });
}
