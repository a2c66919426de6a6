/* A site that was built without its own address: the browser knows the page's, and puts it whole into
   the report of a mistake (`a[data-form]`) and below the printed page (`[data-here]`). */
(function () {
  "use strict";

  function mount() {
    if (!/^https?:$/.test(location.protocol)) return;
    var here = location.origin + location.pathname;
    document.querySelectorAll("a[data-form]").forEach(function (link) {
      link.href = link.dataset.form.replace("{address}", encodeURIComponent(here));
    });
    document.querySelectorAll("[data-here]").forEach(function (words) { words.textContent = here; });
  }

  if (window.document$) window.document$.subscribe(mount);
  else mount();
})();
