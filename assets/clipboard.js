/* What goes to the clipboard. Without https there is no clipboard object, and no picture in it. */
(function () {
  "use strict";

  function copyByHand(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.style.position = "fixed";
    field.style.opacity = "0";
    document.body.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    return isDone ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  window.sixbasesClipboard = {
    text(text) {
      const isThere = navigator.clipboard && window.isSecureContext;
      return isThere ? navigator.clipboard.writeText(text) : copyByHand(text);
    },
    holdsPictures() {
      return Boolean(window.isSecureContext && navigator.clipboard && navigator.clipboard.write && window.ClipboardItem);
    },
    /* The promise goes in as it is: a browser may ask that the click is still fresh. */
    picture(promise) {
      return navigator.clipboard.write([new window.ClipboardItem({ "image/png": promise })]);
    },
  };
})();
