/* A copy of the site opened as files: a folder's address shows its listing, so links lead to the page
   in it. */
(function () {
  "use strict";

  if (location.protocol !== "file:") return;

  document.querySelectorAll("a[href]").forEach(function (link) {
    var url = new URL(link.href);
    if (url.protocol !== "file:" || !url.pathname.endsWith("/")) return;
    url.pathname += "index.html";
    link.href = url.href;
  });
})();
