/* The labels that open the menu and the search (Material's, for a checkbox each) answer to the
   keyboard as the buttons that they are. */
(function () {
  "use strict";

  document.addEventListener("keydown", function (event) {
    if (!event.target.matches("label[role=button]")) return;
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.target.click();
  });
})();
