/* What the scripts share: what is near, what is remembered, what is copied. */
const near = (target, selector) => target?.closest?.(selector) ?? null;

/* A click on an element, or on what is inside it. */
function onClick(selector, act) {
  document.addEventListener("click", (event) => {
    const element = near(event.target, selector);
    if (element) act(element, event);
  });
}

/* What the browser remembers under a name; `otherwise` where that is nothing, or of another kind. */
function stored(name, otherwise) {
  try {
    const value = JSON.parse(window.localStorage.getItem(name));
    return value && Array.isArray(value) === Array.isArray(otherwise) ? value : otherwise;
  } catch {
    return otherwise; // unreadable or forbidden
  }
}

/* Remember a value; false where that is forbidden. */
function store(name, value) {
  try {
    window.localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/* Without https there is no clipboard object. */
function copyByHand(text) {
  const field = Object.assign(document.createElement("textarea"), { value: text, style: "position: fixed; opacity: 0" });
  (document.querySelector("dialog[open]") || document.body).append(field); // beside an open one nothing can be selected
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  return isDone ? Promise.resolve() : Promise.reject(new Error("copy"));
}

const copy = (text) => (window.isSecureContext && navigator.clipboard ? navigator.clipboard.writeText(text) : copyByHand(text));

window.sixbases = { root: document.documentElement, near, onClick, stored, store, copy };
