const sortable = document.querySelector("table.sortable"), body = sortable.tBodies[0];
for (const head of sortable.tHead.rows[0].cells) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const up = head.getAttribute("aria-sort") !== "ascending", at = head.cellIndex;
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const value = row => row.cells[at].innerText.trim();
    const rows = [...body.rows].sort((one, two) => value(one).localeCompare(value(two), undefined, {numeric: true}));
    body.append(...(up ? rows : rows.reverse()));
  });
}
