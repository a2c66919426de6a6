/* `button[data-copy]` copies what its `data-copy` says, and the address of the page. The style sheet
   shows it where scripts run; where copying is not possible (a page without https), it is hidden
   here. */
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-copy]");
    if (!button) return;
    navigator.clipboard.writeText(button.dataset.copy + " " + location.href.split("#")[0]).then(
      function () { say(button, "Copied"); },
      function () { say(button, "Copying is not allowed here"); }
    );
  });

  function say(button, words) {
    var label = button.dataset.label || button.textContent;
    button.dataset.label = label;
    button.setAttribute("aria-live", "polite");
    button.textContent = words;
    setTimeout(function () { button.textContent = label; }, 2000);
  }

  function mount() {
    document.querySelectorAll("button[data-copy]").forEach(function (button) {
      button.hidden = !navigator.clipboard;
    });
  }

  if (window.document$) window.document$.subscribe(mount);
  else mount();
})();
