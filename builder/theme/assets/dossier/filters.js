/* Filters of the timeline: `form.filters` narrows `ol.tl > li[data-people][data-outlets]`.
   Each control's name is the data attribute it looks into. The choice stands in the address,
   so that it can be linked; without this script the whole list is there and the form is not. */
(function () {
  "use strict";

  function mount() {
    document.querySelectorAll("form.filters").forEach(function (form) {
      if (form.dataset.mounted) return;
      form.dataset.mounted = "yes";
      var items = Array.from(document.querySelectorAll("ol.tl > li"));
      var status = form.querySelector("output");
      restore(form);
      form.hidden = false;
      form.addEventListener("input", function () { apply(form, items, status, true); });
      apply(form, items, status, false);
    });
  }

  function controls(form) {
    return Array.from(form.elements).filter(function (control) {
      return control.name && control.tagName === "SELECT";
    });
  }

  function restore(form) {
    var wanted = new URLSearchParams(location.search);
    controls(form).forEach(function (control) {
      var value = wanted.get(control.name);
      var known = Array.from(control.options).some(function (option) { return option.value === value; });
      if (known) control.value = value;
    });
  }

  function apply(form, items, status, remember) {
    var chosen = controls(form).filter(function (control) { return control.value; });
    var shown = items.filter(function (item) {
      item.hidden = !chosen.every(function (control) {
        return (item.dataset[control.name] || "").split(" ").includes(control.value);
      });
      return !item.hidden;
    }).length;
    headings(items);
    status.textContent = chosen.length ? shown + " of " + items.length + " events" : items.length + " events";
    if (remember) keep(form);
  }

  /* A month or a year without an event that is shown is not shown either. */
  function headings(items) {
    var lists = new Set(items.map(function (item) { return item.parentElement; }));
    var years = new Map();
    lists.forEach(function (list) {
      var visible = Array.from(list.children).some(function (item) { return !item.hidden; });
      list.hidden = !visible;
      var heading = list.previousElementSibling;
      if (heading && heading.matches("h3")) heading.hidden = !visible;
      while (heading && !heading.matches("h2")) heading = heading.previousElementSibling;
      if (heading) years.set(heading, visible || years.get(heading) || false);
    });
    years.forEach(function (visible, heading) { heading.hidden = !visible; });
  }

  function keep(form) {
    var address = new URL(location.href);
    controls(form).forEach(function (control) {
      if (control.value) address.searchParams.set(control.name, control.value);
      else address.searchParams.delete(control.name);
    });
    history.replaceState(history.state, "", address);
  }

  if (window.document$) window.document$.subscribe(mount);
  else mount();
})();
