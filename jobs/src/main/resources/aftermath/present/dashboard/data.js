// What the page shows. Tables come as the names of their columns and a list of values per row.
const data = JSON.parse(document.getElementById("data").textContent);
const rowsOf = table =>
  table.rows.map(values => Object.fromEntries(table.columns.map((column, at) => [column, values[at]])));
const sum = (rows, column) => rows.reduce((total, row) => total + (row[column] || 0), 0);
const unique = values => [...new Set(values)];

// Rows by the value of a column, in the order in which the values come.
function grouped(rows, key) {
  const groups = new Map();
  rows.forEach(row => groups.set(key(row), [...(groups.get(key(row)) || []), row]));
  return [...groups.entries()];
}
