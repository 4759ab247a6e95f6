import assert from "node:assert/strict";
import { test } from "node:test";
import { forbidden, inside, storage } from "./script.mjs";

const NAME = "sixbases-display";

/* The frame of a page in a browser that remembers this. */
function frame(localStorage) {
  const root = { dataset: {} };
  const element = { setAttribute() {} };
  const document = {
    documentElement: root,
    addEventListener() {},
    createElement: () => element,
    querySelectorAll: () => [],
  };
  const window = { localStorage, addEventListener() {} };
  return { ...inside("shell.js", ["set"], { document, window }), root };
}

test("a setting is shown on the page and kept beside the others", () => {
  const localStorage = storage({ [NAME]: '{"contrast": "more"}' });
  const { set, root } = frame(localStorage);
  set("type", "large");
  assert.equal(root.dataset.type, "large");
  assert.deepEqual(JSON.parse(localStorage.kept[NAME]), { contrast: "more", type: "large" });
});

test("a setting that is switched off leaves no trace", () => {
  const localStorage = storage({ [NAME]: '{"contrast": "more", "type": "large"}' });
  const { set, root } = frame(localStorage);
  set("type", "large");
  set("type", "");
  assert.equal("type" in root.dataset, false);
  assert.deepEqual(JSON.parse(localStorage.kept[NAME]), { contrast: "more" });
});

test("a switch works on the page where nothing may be remembered", () => {
  const { set, root } = frame(forbidden());
  set("contrast", "more");
  assert.equal(root.dataset.contrast, "more");
});
