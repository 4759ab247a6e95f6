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
    [2018, "2018"],
    [null, ""],
    [undefined, ""],
    [Number.NaN, ""],
  ]) {
    assert.equal(textOf(value), text);
  }
});
