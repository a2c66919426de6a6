/* A long page stands in parts, and a permalink leads to the first. What is not on it is looked up in the
   list beside the other parts (`nav[data-parts]` names their folder), and gone to. */
(function () {
  "use strict";

  function follow() {
    var nav = document.querySelector("nav[data-parts]");
    var anchor = decodeURIComponent(location.hash.slice(1));
    if (!nav || !anchor || document.getElementById(anchor)) return;
    var folder = new URL(nav.dataset.parts, location.href);
    window.dossierParts = function (parts) {
      if (!Object.hasOwn(parts, anchor)) return;
      var file = location.protocol === "file:" ? "index.html" : "";
      location.replace(new URL(parts[anchor] + "/" + file + location.hash, folder));
    };
    var list = document.createElement("script");
    list.src = new URL("parts.js", folder);
    document.head.append(list);
  }

  window.addEventListener("hashchange", follow);
  if (window.document$) window.document$.subscribe(follow);
  else follow();
})();
