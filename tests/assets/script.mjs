/* A script of the pages without a browser: what stands inside it, to be called one by one. */
import { readFileSync } from "node:fs";
import { compileFunction } from "node:vm";

const FOLDER = new URL("../../assets/", import.meta.url);
const END = "})();"; // of the function that a whole script is
const ignore = () => {};

/* What a browser remembers. */
export function storage(kept = {}) {
  return {
    getItem: (name) => kept[name] ?? null,
    setItem: (name, text) => {
      kept[name] = text;
    },
    kept,
  };
}

/* A storage that the reader has forbidden. */
export function forbidden() {
  const refuse = () => {
    throw new Error("forbidden");
  };
  return { getItem: refuse, setItem: refuse };
}

/* A window and a document with nothing on it; `given` goes over what is said here. */
function browser(given) {
  const element = { dataset: {}, style: {}, setAttribute: ignore };
  return {
    window: { localStorage: storage(), addEventListener: ignore, dispatchEvent: ignore },
    document: {
      documentElement: { ...element, dataset: {} },
      addEventListener: ignore,
      createElement: () => ({ ...element }),
      querySelector: () => null,
      querySelectorAll: () => [],
    },
    navigator: {},
    MutationObserver: class {
      observe() {}
    },
    ...given,
  };
}

/* The functions of these names inside a script, which ran in a browser with what is given. */
export function inside(script, names, given = {}) {
  const source = readFileSync(new URL(script, FOLDER), "utf8");
  const body = source.slice(0, source.lastIndexOf(END));
  const globals = browser(given);
  const code = `return ${body.slice(body.indexOf("("))} return { ${names.join(", ")} }; ${END}`;
  return compileFunction(code, Object.keys(globals), { filename: script })(...Object.values(globals));
}
