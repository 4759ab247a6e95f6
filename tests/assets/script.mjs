/* A script of the pages without a browser: what stands inside it, to be called one by one. */
import { readFileSync } from "node:fs";
import { compileFunction } from "node:vm";

const FOLDER = new URL("../../assets/", import.meta.url);
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

class Observer {
  observe() {}
}

/* A window and a document with nothing on it; `given` goes over what is said here. */
function browser(given) {
  const element = { dataset: {}, style: {}, setAttribute: ignore };
  return {
    window: {
      localStorage: storage(),
      location: { pathname: "/", search: "" },
      addEventListener: ignore,
      dispatchEvent: ignore,
    },
    document: {
      documentElement: { ...element, dataset: {} },
      addEventListener: ignore,
      createElement: () => ({ ...element }),
      querySelector: () => null,
      querySelectorAll: () => [],
      getElementById: () => null,
    },
    navigator: {},
    MutationObserver: Observer,
    IntersectionObserver: Observer,
    PerformanceObserver: Observer,
    ...given,
  };
}

/* The functions of these names inside a script, which ran behind base.js in a browser with what is given. */
export function inside(script, names, given = {}) {
  const globals = browser(given);
  if (script !== "base.js") run("base.js", [], globals);
  Object.assign(globals.window.sixbases ?? {}, given.sixbases);
  return run(script, names, globals);
}

function run(script, names, globals) {
  const source = readFileSync(new URL(script, FOLDER), "utf8");
  const code = `"use strict"; ${source}\nreturn { ${names.join(", ")} };`;
  return compileFunction(code, Object.keys(globals), { filename: script })(...Object.values(globals));
}
