/* Search: `dialog.finder`, opened by its button, "/" or "s". What it looks through loads once it is
   opened, as scripts, so that a copy opened as files can be searched too; of a large dossier it asks
   Pagefind's index for the wordings, which a browser reads from a server alone. What is found holds
   other people's words: they are put in as text. Without this script the button is not there. */
(function () {
  "use strict";

  var SHOWN = 20;
  var PAUSE = 80; // milliseconds: who types on wants no result yet
  var BETWEEN = "\u241e"; // lines of an entry of Pagefind's index
  var MOST_WORDS = 12;
  var QUOTED = /["“„«‘]/;
  var LONGEST = 220; // characters of a wording
  var dialog = document.getElementById("finder");
  var opener = document.querySelector("[data-finds=finder]");
  if (!dialog || !opener) return;

  var address = new URL(dialog.dataset.index, location.href); // instant navigation moves pages
  var engine = new URL(dialog.dataset.engine, location.href);
  var root = new URL("../", address);
  var input = dialog.querySelector("input");
  var status = dialog.querySelector("[role=status]");
  var list = dialog.querySelector("ol");
  var index, find, more; // once it is opened

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
    loaded().catch(function () { status.textContent = "The search cannot be loaded."; });
  }

  function loaded() {
    find = find || Promise.all([script(engine), script(address)]).then(function () {
      return window.dossierSearch(index);
    });
    return find;
  }

  window.searchIndex = function (data) { index = data; };

  function script(url) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = url.href;
      element.onload = resolve;
      element.onerror = reject;
      document.head.appendChild(element);
    });
  }

  async function search() {
    var query = input.value.trim();
    function typedOn() { return query !== input.value.trim(); }
    var find = await loaded();
    await new Promise(function (resolve) { setTimeout(resolve, PAUSE); });
    if (typedOn()) return;
    var found = find(query), hits = found.hits, number = hits.length;
    if (index.more && query) {
      var rest = await wordings(query, found.marked);
      var names = hits.filter(function (hit) { return !hit.line; }); // others only hold some of the words
      hits = names.concat(rest.hits);
      number = names.length + rest.number;
    }
    if (typedOn()) return;
    list.replaceChildren.apply(list, hits.slice(0, SHOWN).map(function (hit) { return row(hit, found.marked); }));
    status.textContent = query && summary(number, found.isExact || Boolean(index.more));
  }

  /* What Pagefind's index has of it. */
  async function wordings(query, marked) {
    if (location.protocol === "file:") return { hits: [], number: 0 };
    more = more || import(new URL(index.more, root).href).then(async function (pagefind) {
      await pagefind.init();
      return pagefind;
    });
    var found = await lookedUp(await more, query);
    var pages = await Promise.all(found.slice(0, SHOWN).map(function (page) { return page.data(); }));
    var hits = pages.map(function (page) { return hit(page.meta, marked); });
    hits.sort(function (one, other) { return place(one, query) - place(other, query); });
    return { number: found.length, hits: hits };
  }

  /* What has all words of the query; where nothing has, what has all but one. */
  async function lookedUp(pagefind, query) {
    var all = (await pagefind.search(query.replace(/[“”„«»]|(^|\s)[‘']|['’]$/g, " \""))).results;
    if (all.length) return all;
    var words = query.replace(/["“”„«»‘]/g, "").split(/\s+/).slice(0, MOST_WORDS);
    if (words.length < 3) return [];
    var found = new Map();
    (await Promise.all(words.map(function (_, at) {
      return pagefind.search(words.filter(function (_, other) { return other !== at; }).join(" "));
    }))).forEach(function (some) {
      some.results.forEach(function (page) { found.set(page.id, page); });
    });
    return Array.from(found.values()).sort(function (one, other) { return other.score - one.score; });
  }

  function hit(meta, marked) {
    var entry = Object.assign({}, meta, { told: (meta.lines || "").split(BETWEEN), sources: (meta.in || "").split(BETWEEN) });
    var counts = entry.told.map(function (line) { return line.split(" ").filter(marked).length; });
    return { entry: entry, line: { at: counts.indexOf(Math.max.apply(null, counts)) } };
  }

  /* Who said a phrase comes first; events, which tell what claims tell, come last. */
  function place(hit, query) {
    if (hit.entry.kind === "Event") return 1;
    return QUOTED.test(query) && hit.entry.kind === "Quote" && !hit.entry.note ? -1 : 0;
  }

  function summary(number, isExact) {
    var few = number > SHOWN ? ", the first " + SHOWN + " shown" : "";
    if (index.more && location.protocol === "file:") few += ". Of a copy opened as files, names alone are searched";
    var results = (number === 0 ? "Nothing found" : number === 1 ? "1 result" : number + " results") + few;
    return isExact ? results : "Nobody has exactly these words. " + (number ? "Near them: " + results : results);
  }

  function row(hit, marked) {
    var entry = hit.entry, at = hit.line ? hit.line.at : -1, item = document.createElement("li");
    var told = at >= 0 && (entry.in || entry.kind === "Page") ? entry.told[at] : "";
    var kicker = item.appendChild(document.createElement("p"));
    kicker.className = "kicker";
    kicker.textContent = [entry.kind, entry.day, entry.note].filter(Boolean).join(" · ");
    var link = item.appendChild(document.createElement("a"));
    link.href = page(entry.location);
    link.textContent = entry.title;
    if (told && told !== entry.title) {
      item.appendChild(wording(told, marked));
      if (!entry.in) return item;
      var source = item.appendChild(document.createElement("p"));
      source.className = "src";
      source.textContent = entry.sources ? entry.sources[at] : index.articles[entry.in[at]];
    }
    return item;
  }

  function page(place) {
    var url = new URL(place, root);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  }

  function wording(text, marked) {
    var paragraph = document.createElement("p");
    shortened(text, marked).split(/([\p{L}\p{N}]+(?:[.,’'][\p{L}\p{N}]+)*)/u).forEach(function (part, at) {
      if (at % 2 && marked(part)) paragraph.appendChild(document.createElement("mark")).textContent = part;
      else paragraph.append(part);
    });
    return paragraph;
  }

  /* The words around the first that is marked. */
  function shortened(text, marked) {
    if (text.length <= LONGEST) return text;
    var words = text.split(" "), at = Math.max(words.findIndex(marked) - 8, 0);
    var part = words.slice(at).join(" ");
    if (part.length > LONGEST) part = part.slice(0, part.lastIndexOf(" ", LONGEST)) + " …";
    return (at ? "… " : "") + part;
  }
})();
