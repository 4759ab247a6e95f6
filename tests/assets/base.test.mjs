import assert from "node:assert/strict";
import { test } from "node:test";
import { forbidden, inside, storage } from "./script.mjs";

/* The shared functions of a page, what its clipboard holds, and a document that copies by hand, or refuses to. */
function page({ isSecureContext, copies = true }) {
  const held = [];
  const field = { style: {}, select: () => held.push(`by hand ${field.value}`), remove() {} };
  const window = { isSecureContext };
  const navigator = { clipboard: { writeText: async (text) => held.push(text) } };
  const document = { createElement: () => field, querySelector: () => null, body: { append() {} }, execCommand: () => copies };
  inside("base.js", [], { window, document, navigator });
  return { ...window.sixbases, held };
}

test("text goes to the clipboard of https", async () => {
  const { copy, held } = page({ isSecureContext: true });
  await copy("695.05");
  assert.deepEqual(held, ["695.05"]);
});

test("on a plain address text is copied by hand, and a refusal is one", async () => {
  const { copy, held } = page({ isSecureContext: false });
  await copy("695.05");
  assert.deepEqual(held, ["by hand 695.05"]);
  await assert.rejects(page({ isSecureContext: false, copies: false }).copy("695.05"));
});

test("what is remembered is of the kind that is asked for, or what stands in for it", () => {
  const localStorage = storage({ list: "[1]", object: '{"a": 1}', broken: "[{", number: "3" });
  const { stored } = inside("base.js", ["stored"], { window: { localStorage } });
  assert.deepEqual(stored("list", []), [1]);
  assert.deepEqual(stored("object", {}), { a: 1 });
  for (const name of ["object", "broken", "number", "nothing"]) assert.deepEqual(stored(name, []), []);
  for (const name of ["list", "broken", "nothing"]) assert.deepEqual(stored(name, {}), {});
});

test("where nothing may be remembered, nothing is, and that is said", () => {
  const { stored, store } = inside("base.js", ["stored", "store"], { window: { localStorage: forbidden() } });
  assert.deepEqual(stored("list", []), []);
  assert.equal(store("list", [1]), false);
});
