/* Material's script is the heaviest part of a page: it swaps pages without loading them anew, and
   shows what a link leads to. Nothing of it is seen before the reader does something, so it comes with
   the first movement, touch or key, or at once where the address leads into the page. Until then,
   scripts find `document$` as it will be. */
(function () {
  "use strict";

  var SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin", "change"];
  var tag = document.getElementById("material");
  var mounts = window.document$.later; // of scripts: for this page, and for those that are swapped in
  var missed = []; // what the reader did that Material's script would have heard
  mounts.forEach(function (mount) { mount(document); });
  window.document$ = { subscribe: function (mount) { mounts.push(mount); mount(document); } };

  SIGNS.forEach(function (sign) { addEventListener(sign, notice, { capture: true, passive: true }); });
  if (location.hash) load();
  document.querySelectorAll("pre > code").forEach(function (code) { // it scrolls by keys, too
    if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
  });

  function notice(event) {
    var typed = event.type === "keydown" && !event.target.matches("input, textarea, select");
    if (typed || event.target.name === "__palette" && event.type === "change") missed.push(event);
    load();
  }

  function load() {
    if (!tag) return;
    var script = document.createElement("script");
    script.src = tag.dataset.src;
    script.addEventListener("load", loaded);
    tag.replaceWith(script);
    tag = null;
  }

  function loaded() {
    SIGNS.forEach(function (sign) { removeEventListener(sign, notice, { capture: true }); });
    window.document$.next(document); // it waited for the page, which has long been there
    mounts.forEach(function (mount) {
      var swapped = false;
      window.document$.subscribe(function () { if (swapped) mount(document); else swapped = true; });
    });
    missed.forEach(function (event) {
      if (event.defaultPrevented) return; // another script has answered it: the search is open, or shut again
      event.target.dispatchEvent(new event.constructor(event.type, event));
    });
  }
})();
