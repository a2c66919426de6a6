/* Material's script is the heaviest part of a page: it swaps pages without loading them anew, shows
   what a link leads to, and searches. Nothing of it is seen before the reader does something, so it
   comes with the first movement, touch or key, or at once where the address says what to do. Its
   search comes later still, when the search is opened. Until then, scripts find `document$` as it
   will be. */
(function () {
  "use strict";

  var SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin", "change"];
  var tag = document.getElementById("material");
  var mounts = window.document$.later; // of scripts: for this page, and for those that are swapped in
  var missed = []; // what the reader did that Material's script would have heard
  mounts.forEach(function (mount) { mount(document); });
  window.document$ = { subscribe: function (mount) { mounts.push(mount); mount(document); } };

  SIGNS.forEach(function (sign) { addEventListener(sign, notice, { capture: true, passive: true }); });
  var asked = new URLSearchParams(location.search);
  if (location.hash || asked.has("h") || asked.has("q")) load();
  document.querySelectorAll("pre > code").forEach(function (code) { // it scrolls by keys, too
    if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
  });
  if (document.forms.search && location.protocol !== "file:") holdSearch();

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
      event.target.dispatchEvent(new event.constructor(event.type, event));
    });
  }

  /* The index and the program that reads it are asked for when the page is there: they wait. */
  function holdSearch() {
    var opened = new Promise(function (open) {
      if (asked.has("h") || asked.has("q")) open();
      document.getElementById("__search").addEventListener("change", open);
      document.addEventListener("focusin", function (event) {
        if (event.target.matches(".md-search__input")) open();
      });
    });

    var send = XMLHttpRequest.prototype.send;
    var start = XMLHttpRequest.prototype.open;
    XMLHttpRequest.prototype.open = function (method, address) {
      this.waits = /\/search\/search_index\.json$/.test(address);
      return start.apply(this, arguments);
    };
    XMLHttpRequest.prototype.send = function () {
      if (!this.waits) return send.apply(this, arguments);
      opened.then(send.bind(this));
    };

    var Program = window.Worker;
    window.Worker = function (address, options) {
      if (!/\/workers\/search\./.test(address)) return new Program(address, options);
      var held = new EventTarget();
      var started = opened.then(function () {
        var program = new Program(address);
        program.addEventListener("message", function (event) {
          held.dispatchEvent(new MessageEvent("message", { data: event.data }));
        });
        return program;
      });
      held.postMessage = function (message) {
        started.then(function (program) { program.postMessage(message); });
      };
      return held;
    };
  }
})();
