/* `button[data-copy]` (hidden without this script) copies its `data-copy`, or, if that is empty,
   the text of the element that `data-copy-from` names by id. */
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-copy]");
    if (!button) return;
    var source = document.getElementById(button.dataset.copyFrom || "");
    var text = button.dataset.copy || (source ? source.textContent.trim() : "");
    navigator.clipboard.writeText(text).then(function () { say(button, "Copied"); }, function () {
      say(button, "Copying is not allowed here");
    });
  });

  function say(button, words) {
    var label = button.textContent;
    button.setAttribute("aria-live", "polite");
    button.textContent = words;
    setTimeout(function () { button.textContent = label; }, 2000);
  }

  function mount() {
    document.querySelectorAll("button[data-copy][hidden]").forEach(function (button) {
      button.hidden = !navigator.clipboard;
    });
  }

  if (window.document$) window.document$.subscribe(mount);
  else mount();
})();
