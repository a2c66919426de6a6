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
})();
