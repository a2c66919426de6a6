/* Sortable tables: `table[data-sortable]` gets a button in each heading of its head's last row.
   Cells sort by their text; numbers as numbers. */
(function () {
  "use strict";

  var order = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });

  function mount() {
    document.querySelectorAll("table[data-sortable]").forEach(function (table) {
      if (table.dataset.mounted || !table.tHead) return;
      table.dataset.mounted = "yes";
      table.querySelectorAll("thead tr:last-child th").forEach(function (head) {
        button(head).addEventListener("click", function () { sort(table, head); });
      });
    });
  }

  /* The heading's words become the button, unless they are a link: then the button follows it. */
  function button(head) {
    var made = document.createElement("button");
    made.type = "button";
    if (head.querySelector("a")) made.setAttribute("aria-label", "Sort by " + head.textContent.trim());
    else made.append.apply(made, Array.from(head.childNodes));
    head.append(made);
    return made;
  }

  function sort(table, head) {
    var descending = head.getAttribute("aria-sort") === "ascending";
    var body = table.tBodies[0];
    var column = place(head);
    var rows = Array.from(body.rows);
    rows.sort(function (left, right) {
      return (descending ? -1 : 1) * order.compare(value(left.cells[column]), value(right.cells[column]));
    });
    body.append.apply(body, rows);
    table.querySelectorAll("thead th[aria-sort]").forEach(function (other) {
      other.removeAttribute("aria-sort");
    });
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  }

  /* The column of a heading, counting the columns that the cells before it span. */
  function place(head) {
    return Array.from(head.parentElement.cells).slice(0, head.cellIndex).reduce(function (sum, cell) {
      return sum + cell.colSpan;
    }, 0);
  }

  function value(cell) {
    return cell ? cell.textContent.trim() : "";
  }

  if (window.document$) window.document$.subscribe(mount);
  else mount();
})();
