// Whom it hit: the parts of a segment, by number or by rate.
offer("segment", data.whom.segments.map(({ name, title }) => [name, title]));
offer("measure", [["people", "Number"], ["rate", "Rate"]]);
const segmentTitle = () => (data.whom.segments.find(({ name }) => name === chosen.segment) || { title: "" }).title;
const ofSegment = table => rowsOf(table).filter(row => row.segment === chosen.segment);
const noSegments = "There are no parts to show: the incident file names no segments, or nobody was counted.";

define("parts", ["segment", "measure"], width => {
  const rows = ofSegment(data.whom.parts);
  if (!rows.length) return { empty: noSegments, says: "" };
  const isRate = chosen.measure === "rate";
  const items = rows.map(row => ({
    label: row.value, value: isRate ? row.rate : row.people,
    text: isRate ? percent(row.rate) : count(row.people),
    isOfFew: isRate && row.base < data.minimum, tint: atTheEnd(row.value) ? "other" : "accent",
    tip: `${count(row.people)} affected; ${count(row.base)} customers and members; rate ${percent(row.rate)}`
  })).filter(item => item.value !== null).sort(byValue);
  return {
    ...bars(width, shownOf(items, 7)), notes: andMore(items, 7),
    says: isRate ? `${segmentTitle()}: known affected people as a share of all customers and members; parts of fewer than ${data.minimum} are at the end, without a bar.` : `${segmentTitle()}: people with at least one record.`,
    columns: ["Part", { number: "Affected" }, { number: "Customers and members" }, { number: "Rate" }],
    rows: [...rows].sort((one, other) => other.people - one.people).map(row => [row.value, count(row.people), count(row.base), percent(row.rate)])
  };
});

const severities = [["low", "other"], ["medium", "accent"], ["high", "warn"], ["very high", "bad"]];

define("severity", ["segment"], width => {
  const rows = ofSegment(data.whom.severity);
  if (!rows.length) return { empty: noSegments };
  const all = row => severities.reduce((total, [name]) => total + row[name], 0);
  const items = rows.map(row => ({ label: row.value, value: all(row), parts: severities.map(([name]) => row[name]), text: count(all(row)) })).sort(byValue);
  return {
    ...wholes(width, shownOf(items, 7), severities.map(([name, tint]) => ({ name, tint }))),
    notes: andMore(items, 7),
    columns: ["Part", ...severities.map(([name]) => ({ number: name })), { number: "People" }],
    rows: items.map(item => [item.label, ...item.parts.map(count), item.text])
  };
});
