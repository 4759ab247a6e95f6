import assert from "node:assert/strict";
import { test } from "node:test";
import { inside } from "./script.mjs";

/* The clipboard of a page, what it holds, and a document that copies by hand, or refuses to. */
function clipboard({ isSecureContext, ClipboardItem, copies = true }) {
  const held = [];
  const field = { style: {}, select: () => held.push(`by hand ${field.value}`), remove() {} };
  const window = { isSecureContext, ClipboardItem };
  const navigator = {
    clipboard: { writeText: async (text) => held.push(text), write: async (all) => held.push(...all) },
  };
  const document = { createElement: () => field, body: { append() {} }, execCommand: () => copies };
  inside("clipboard.js", [], { window, document, navigator });
  return { ...window.sixbasesClipboard, held };
}

test("text goes to the clipboard of https", async () => {
  const { text, held } = clipboard({ isSecureContext: true });
  await text("695.05");
  assert.deepEqual(held, ["695.05"]);
});

test("on a plain address text is copied by hand, and a refusal is one", async () => {
  const { text, held } = clipboard({ isSecureContext: false });
  await text("695.05");
  assert.deepEqual(held, ["by hand 695.05"]);
  await assert.rejects(clipboard({ isSecureContext: false, copies: false }).text("695.05"));
});

test("pictures need https and a browser that knows them", async () => {
  class ClipboardItem {
    constructor(types) {
      this.types = types;
    }
  }
  assert.equal(clipboard({ isSecureContext: false, ClipboardItem }).holdsPictures(), false);
  assert.equal(clipboard({ isSecureContext: true }).holdsPictures(), false);
  const { holdsPictures, picture, held } = clipboard({ isSecureContext: true, ClipboardItem });
  assert.equal(holdsPictures(), true);
  const blob = Promise.resolve("blob");
  await picture(blob);
  assert.equal(held[0].types["image/png"], blob);
});
