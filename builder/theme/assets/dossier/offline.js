/* A copy of the site opened as files: a folder's address shows its listing, so links lead to the page
   in it; the search, which a browser allows on a server alone, says so. */
(function () {
  "use strict";

  if (location.protocol !== "file:") return;

  document.querySelectorAll("a[href]").forEach(function (link) {
    var url = new URL(link.href);
    if (url.protocol !== "file:" || !url.pathname.endsWith("/")) return;
    url.pathname += "index.html";
    link.href = url.href;
  });

  document.querySelectorAll(".md-search__input").forEach(function (input) {
    input.placeholder = "Search: on the web only";
    input.disabled = true;
  });
})();
