// How many people, in every way of counting.
define("counts", [], () => {
  const { counts, before } = data.how_many;
  if (!counts.length) return { empty: "Nobody has been counted yet." };
  const isCompared = counts.some(row => row.before !== null);
  const named = row => made("span", {}, row.title, made("span", { class: "how" }, row.method));
  const range = row => row.at_least === row.at_most ? "certain" : `${count(row.at_least)} to ${count(row.at_most)}`;
  return {
    columns: ["What is counted", { number: "Count" }, { number: "Least to most" }, ...(isCompared ? [{ number: "Change" }] : [])],
    rows: counts.map(row => [
      named(row), count(row.amount), range(row), ...(isCompared ? [row.before === null ? "–" : change(row.amount - row.before)] : [])
    ]),
    notes: isCompared ? [`Change: ${before.charAt(0).toLowerCase()}${before.slice(1)}.`] : []
  };
});

define("certainty", [], width => {
  const rows = rowsOf(data.how_many.certainty);
  if (!rows.length) return { empty: "Nothing is matched by probability." };
  const items = rows.map(row => ({ label: "from " + percent(row.probability, 0), value: row.people, text: count(row.people) }));
  return { ...bars(width, items), columns: ["Probability", { number: "People" }], rows: items.map(item => [item.label, item.text]) };
});
