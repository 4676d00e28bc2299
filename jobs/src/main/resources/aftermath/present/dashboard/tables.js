// A table of what a chart shows. A column is its title, or {number: title} where numbers stand.
function tableOf(title, columns, rows) {
  const titleOf = column => column.number || column;
  const look = at => columns[at].number ? { class: "number" } : {};
  const head = made("tr", {}, ...columns.map((column, at) => made("th", { scope: "col", ...look(at) }, titleOf(column))));
  const body = rows.map(row => made("tr", {}, ...row.map((value, at) => at === 0
    ? made("th", { scope: "row" }, value instanceof Node ? value : String(value))
    : made("td", look(at), value instanceof Node ? value : String(value ?? "–")))));
  const table = made("table", {}, made("caption", { class: "hidden" }, title), made("thead", {}, head), made("tbody", {}, ...body));
  return made("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title + ", as a table" }, table);
}

// A word that says how something stands, in the colour of it.
const standing = (word, kind) => made("span", { class: kind }, word);
