/* Filters and order of a list: `form.filters` narrows the items that its `data-filters` names
   (without it, the events of the timeline). Each control's name is the data attribute that it looks
   into; `select[data-sorts]` puts the items of each list in the order of the attribute chosen. The
   choice stands in the address, so that it can be linked; without this script the whole list is
   there and the form is not. */
(function () {
  "use strict";

  var order = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });

  function mount() {
    document.querySelectorAll("form.filters").forEach(function (form) {
      if (form.dataset.mounted) return;
      form.dataset.mounted = "yes";
      var items = Array.from(document.querySelectorAll(form.dataset.filters || "ol.tl > li"));
      restore(form);
      form.hidden = false;
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      form.addEventListener("input", function () { apply(form, items, true); });
      apply(form, items, false);
    });
  }

  function controls(form) {
    return Array.from(form.elements).filter(function (control) { return control.name; });
  }

  function isChosen(control) {
    return control.type === "checkbox" ? control.checked : control.value !== "";
  }

  function restore(form) {
    var wanted = new URLSearchParams(location.search);
    controls(form).forEach(function (control) {
      var values = wanted.getAll(control.name);
      if (control.type === "checkbox") control.checked = values.includes(control.value);
      else if (Array.from(control.options).some(function (one) { return one.value === values[0]; })) {
        control.value = values[0];
      }
    });
  }

  function apply(form, items, remember) {
    var chosen = controls(form).filter(function (control) {
      return isChosen(control) && !("sorts" in control.dataset);
    });
    var shown = items.filter(function (item) {
      item.hidden = !chosen.every(function (control) {
        return (item.dataset[control.name] || "").split(" ").includes(control.value);
      });
      return !item.hidden;
    }).length;
    controls(form).forEach(function (control) {
      if ("sorts" in control.dataset && remember) sort(items, control.value);
      else if ("sorts" in control.dataset && control.value) sort(items, control.value);
    });
    headings(items);
    var noun = form.dataset.noun || "events";
    form.querySelector("output").textContent =
      (chosen.length ? shown + " of " : "") + items.length + " " + noun;
    if (remember) keep(form);
  }

  /* Numbers: the largest first; words by the alphabet; without a choice, as the page came. */
  function sort(items, by) {
    var sorted = items.slice();
    if (by === "text") sorted.sort(function (one, other) { return order.compare(words(one), words(other)); });
    else if (by) sorted.sort(function (one, other) { return other.dataset[by] - one.dataset[by]; });
    sorted.forEach(function (item) { item.parentElement.append(item); });
  }

  function words(item) {
    return item.querySelector("a").textContent.trim();
  }

  /* A list without an item that is shown is not shown either, nor what stands over it. */
  function headings(items) {
    var sections = new Map();
    new Set(items.map(function (item) { return item.parentElement; })).forEach(function (list) {
      var visible = Array.from(list.children).some(function (item) { return !item.hidden; });
      list.hidden = !visible;
      var before = list.previousElementSibling;
      while (before && before.matches("h3, nav")) {
        before.hidden = !visible;
        before = before.previousElementSibling;
      }
      while (before && !before.matches("h2")) before = before.previousElementSibling;
      if (before) sections.set(before, visible || sections.get(before) || false);
    });
    sections.forEach(function (visible, heading) { heading.hidden = !visible; });
  }

  function keep(form) {
    var address = new URL(location.href);
    controls(form).forEach(function (control) { address.searchParams.delete(control.name); });
    controls(form).filter(isChosen).forEach(function (control) {
      address.searchParams.append(control.name, control.value);
    });
    history.replaceState(history.state, "", address);
  }

  if (window.document$) window.document$.subscribe(mount);
  else mount();
})();
