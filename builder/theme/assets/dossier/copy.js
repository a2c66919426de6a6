/* `button[data-copy]` copies what its `data-copy` says, and the address of the page. `button[data-quote]`
   copies a quote with its source, and then offers it as BibTeX, RIS and for a wiki. All of it is other
   people's text: in each form, what has a meaning there is disarmed, so that no words of an article
   become a command, a field or a template. The style sheet shows the buttons where scripts run; where
   copying is not possible (a page without https), they are hidden here. */
(function () {
  "use strict";

  var FORMS = { BibTeX: bibtex, RIS: ris, Wiki: wiki };
  var TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-copy], button[data-quote], button[data-form]");
    if (!button) return;
    if (button.dataset.copy) copy(button, button.dataset.copy + " " + location.href.split("#")[0]);
    else if (button.dataset.form) copy(button, FORMS[button.dataset.form](quoteOf(button.parentElement.previousElementSibling)));
    else {
      copy(button, plain(quoteOf(button)));
      offer(button);
    }
  });

  function copy(button, text) {
    navigator.clipboard.writeText(text).then(
      function () { say(button, "Copied"); },
      function () { say(button, "Copying is not allowed here"); }
    );
  }

  function say(button, words) {
    var label = button.dataset.label || button.textContent;
    button.dataset.label = label;
    button.setAttribute("aria-live", "polite");
    button.textContent = words;
    setTimeout(function () { button.textContent = label; }, 2000);
  }

  function offer(button) {
    if (button.nextElementSibling) return;
    var group = document.createElement("span");
    group.className = "forms";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Copy for a list of sources");
    group.append(" or for ");
    Object.keys(FORMS).forEach(function (name) {
      var form = document.createElement("button");
      form.type = "button";
      form.dataset.form = name;
      form.textContent = name;
      group.append(form, " ");
    });
    button.after(group);
  }

  /* What stands on the page about the quote of a button. */
  function quoteOf(button) {
    var article = button.closest("article"), line = button.closest("p");
    var original = line.querySelector("a[rel~=noopener]"), permalink = line.querySelector("a.permalink");
    return {
      words: clean(article.querySelector("blockquote").textContent),
      isVerbatim: button.dataset.quote === "verbatim",
      speaker: clean(button.dataset.speaker) || "speaker not stated",
      outlet: clean(button.dataset.outlet),
      title: clean(button.dataset.title) || "[title not stated]",
      day: (button.dataset.day || "").match(/^\d{4}(-\d\d){0,2}$/) ? button.dataset.day : "",
      dayWords: clean((line.querySelector("time") || {}).textContent),
      url: (original || permalink).href,
      permalink: permalink.href
    };
  }

  function clean(text) {
    return (text || "").replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, " ").replace(/\s+/g, " ").trim();
  }

  /* The words in quotation marks, once; marks within them are single. */
  function quoted(quote) {
    if (/^["“„«‘]/.test(quote.words)) return quote.words;
    return "“" + quote.words.replace(/[“„«]/g, "‘").replace(/[”»]/g, "’").replace(/"([^"]*)"/g, "‘$1’") + "”";
  }

  /* Who says it. What is not verbatim is the outlet's words: they are not put into a mouth. */
  function saidBy(quote) {
    return quote.speaker + (quote.isVerbatim ? "" : ", in the outlet’s words");
  }

  function plain(quote) {
    var source = [saidBy(quote), quote.outlet || "outlet not stated", quote.dayWords || "date not stated"].join(", ");
    var links = quote.url === quote.permalink ? [quote.url] : [quote.url, quote.permalink];
    return [quoted(quote) + " – " + source].concat(links).join("\n");
  }

  function bibtex(quote) {
    var fields = {
      title: "{" + tex(quote.title) + "}", howpublished: tex(quote.outlet),
      year: quote.day.slice(0, 4), month: quote.day.slice(5, 7), day: quote.day.slice(8), url: quote.url.replace(/[{}\\"]/g, percent),
      note: tex(saidBy(quote) + ": " + quoted(quote))
    };
    var key = (quote.outlet + quote.day + quote.words.slice(0, 30)).normalize("NFD").replace(/[^A-Za-z0-9]/g, "") || "quote";
    return "@misc{" + key + ",\n" + Object.keys(fields).filter(function (name) { return fields[name]; }).map(function (name) {
      return "  " + name + " = {" + fields[name] + "}";
    }).join(",\n") + "\n}";
  }

  function tex(text) {
    return text.replace(/[\\{}$&#%_~^]/g, function (mark) { return TEX[mark] || "\\" + mark; });
  }

  function ris(quote) { // a line is a field, and no text has a line's end
    return [
      ["TY", "NEWS"], ["TI", quote.title], ["T2", quote.outlet], ["PY", quote.day.slice(0, 4)], ["DA", quote.day.replace(/-/g, "/")],
      ["UR", quote.url], ["N1", saidBy(quote) + ": " + quoted(quote)]
    ].filter(function (field) { return field[1]; }).map(function (field) { return field.join("  - "); }).join("\n") + "\nER  - ";
  }

  function wiki(quote) {
    var fields = {
      title: wikitext(quote.title), work: wikitext(quote.outlet), date: quote.day,
      url: quote.url.replace(/[|{}\[\]<>"' ]/g, percent), quote: wikitext(saidBy(quote) + ": " + quoted(quote))
    };
    return "{{cite news" + Object.keys(fields).filter(function (name) { return fields[name]; }).map(function (name) {
      return " |" + name + "=" + fields[name];
    }).join("") + "}}";
  }

  function wikitext(text) { // links, templates, tags, signatures, emphasis, magic words
    return text.replace(/[&<>\[\]{}|~]|''+|__+|:\/\//g, function (marks) {
      return Array.from(marks, function (mark) { return "&#" + mark.codePointAt(0) + ";"; }).join("");
    });
  }

  function percent(mark) {
    return "%" + mark.charCodeAt(0).toString(16).toUpperCase();
  }

  function mount() {
    document.querySelectorAll("button[data-copy], button[data-quote]").forEach(function (button) {
      button.hidden = !navigator.clipboard;
    });
  }

  if (window.document$) window.document$.subscribe(mount);
  else mount();
})();
