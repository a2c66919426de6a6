/* A long page stands in parts, and a permalink leads to the first. What is not on it is looked up in one
   of the lists beside the other parts (`nav[data-parts]` names their folder), and gone to. */
(function () {
  "use strict";

  function follow() {
    var nav = document.querySelector("nav[data-parts]");
    var anchor = decodeURIComponent(location.hash.slice(1));
    if (!nav || nav.dataset.lists === "0" || !anchor || document.getElementById(anchor)) return;
    var folder = new URL(nav.dataset.parts, location.href);
    window.dossierParts = function (parts) {
      if (!Object.hasOwn(parts, anchor)) return;
      var file = location.protocol === "file:" ? "index.html" : "";
      location.replace(new URL(parts[anchor] + "/" + file + location.hash, folder));
    };
    var list = document.createElement("script");
    list.src = new URL("parts-" + place(anchor, nav.dataset.lists) + ".js", folder);
    document.head.append(list);
  }

  /* Which of so many lists has the anchor: the sum that the builder divides them by. */
  function place(anchor, lists) {
    return Array.from(anchor).reduce(function (sum, sign) {
      return (31 * sum + sign.codePointAt(0)) % lists;
    }, 0);
  }

  window.addEventListener("hashchange", follow);
  if (window.document$) window.document$.subscribe(follow);
  else follow();
})();
