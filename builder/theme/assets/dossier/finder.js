/* Search of a large dossier: `dialog.finder` asks Pagefind's index, which loads as queries need it.
   Opened by its button, "/" or "s". Excerpts hold other people's text: only their words and marks
   are taken over. Without this script the button is not there. */
(function () {
  "use strict";

  var SHOWN = 20;
  var dialog = document.getElementById("finder");
  var opener = document.querySelector("[data-finds=finder]");
  if (!dialog || !opener || location.protocol === "file:") return; // a browser asks for a server

  var address = new URL(dialog.dataset.index, location.href).href; // instant navigation moves pages
  var input = dialog.querySelector("input");
  var status = dialog.querySelector("[role=status]");
  var list = dialog.querySelector("ol");
  var index; // a promise of Pagefind's module, from the first opening on

  opener.hidden = false;
  opener.addEventListener("click", open);
  input.addEventListener("input", search);
  input.addEventListener("keydown", function (event) {
    if (event.key !== "Enter") return;
    event.preventDefault(); // it would close the dialog
    var first = list.querySelector("a");
    if (first) first.click();
  });
  list.addEventListener("click", function (event) {
    if (event.target.closest("a")) dialog.close();
  });
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.key !== "/" && event.key !== "s") return;
    event.preventDefault();
    open();
  });

  function open() {
    dialog.showModal();
    loaded();
  }

  function loaded() {
    index = index || import(address).then(async function (pagefind) {
      await pagefind.init();
      return pagefind;
    });
    return index;
  }

  async function search() {
    var query = input.value.trim();
    function typedOn() { return query !== input.value.trim(); }
    var pagefind = await loaded();
    if (typedOn()) return;
    var found = await pagefind.search(query);
    var pages = await Promise.all(found.results.slice(0, SHOWN).map(function (page) { return page.data(); }));
    if (typedOn()) return;
    list.replaceChildren.apply(list, pages.map(row));
    status.textContent = query && summary(found.results.length);
  }

  function summary(number) {
    if (number === 0) return "Nothing found";
    if (number === 1) return "1 page";
    return number + " pages" + (number > SHOWN ? ", the first " + SHOWN + " shown" : "");
  }

  function row(page) {
    var item = document.createElement("li");
    var link = item.appendChild(document.createElement("a"));
    link.href = page.url;
    link.textContent = page.meta.title || page.url;
    item.appendChild(excerpt(page.excerpt));
    return item;
  }

  function excerpt(html) {
    var paragraph = document.createElement("p");
    var parsed = new DOMParser().parseFromString(html, "text/html");
    parsed.body.childNodes.forEach(function (node) {
      if (node.nodeName === "MARK") {
        paragraph.appendChild(document.createElement("mark")).textContent = node.textContent;
      } else {
        paragraph.append(node.textContent);
      }
    });
    return paragraph;
  }
})();
