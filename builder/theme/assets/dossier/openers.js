/* `button[data-opens]` works the checkbox that Material opens the menu by; Escape closes it. */
(function () {
  "use strict";

  document.querySelectorAll("button[data-opens]").forEach(function (button) {
    var toggle = document.getElementById(button.dataset.opens);
    button.addEventListener("click", function () { toggle.click(); });
    toggle.addEventListener("change", function () {
      button.setAttribute("aria-expanded", String(toggle.checked));
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !toggle.checked) return;
      toggle.click();
      button.focus();
    });
  });

  /* A link to something inside a fold opens the fold. */
  function unfold() {
    var found = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var fold = found && found.closest("details");
    if (!fold || fold.open) return;
    fold.open = true;
    found.scrollIntoView();
  }

  window.addEventListener("hashchange", unfold);
  if (window.document$) window.document$.subscribe(unfold);
  else unfold();
})();
