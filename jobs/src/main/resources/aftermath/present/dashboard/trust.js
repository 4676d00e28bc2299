// Whether the data can be trusted. Counts of rows, files and values are no counts of people.
const plain = number => whole.format(number);

// What does not add up comes first: a sheet has room for a few rows.
define("totals", [], () => {
  const rows = rowsOf(data.trust.totals).sort((one, other) => one.is_balanced - other.is_balanced);
  return rows.length ? {
    columns: ["Boundary", { number: "In" }, { number: "Out" }, "Adds up"],
    rows: rows.map(row => [row.boundary, plain(row.total_in), plain(row.total_out), row.is_balanced ? standing("✓ yes", "good") : standing("✗ no", "bad")])
  } : { empty: "No run has been recorded yet." };
});

// A reason may begin with the whole path of the file.
function whyNot({ file, reason }) {
  const at = (reason || "").indexOf(file);
  return at >= 0 ? reason.slice(at) : `${file}: ${reason || "cut off"}`;
}

define("rejected", [], () => {
  const rows = rowsOf(data.trust.rejected);
  const files = rowsOf(data.trust.bad_files);
  const told = isOnPaper() ? files.slice(0, 2) : files;
  if (!rows.length && !files.length) return { empty: "Every row of every file could be used." };
  return {
    columns: ["Reason", { number: "Rows" }, "Of"], rows: rows.map(row => [row.reason, plain(row.rows), inWords(row.role)]),
    notes: [...told.map(file => [standing("Not usable: ", "bad"), whyNot(file)]), ...(told.length < files.length ? [`${files.length - told.length} more files are not usable.`] : [])]
  };
});

define("linked", [], width => {
  const rows = data.how_many.counts.filter(row => ["linked_customers", "linked_members", "unlinked", "ambiguous"].includes(row.measure));
  const people = (data.how_many.counts.find(row => row.measure === "people") || { amount: 0 }).amount;
  if (!rows.length) return { empty: "Nobody has been counted yet." };
  const items = rows.map(row => ({ label: row.title, value: row.amount, text: `${count(row.amount)} · ${percent(ratio(row.amount, people))}`, tint: row.measure.startsWith("linked") ? "accent" : "other", tip: row.method }));
  return { ...bars(width, items), notes: ["Who is customer and member is in both."], columns: ["People", { number: "Count" }, { number: "Share" }], rows: rows.map(row => [row.title, count(row.amount), percent(ratio(row.amount, people))]) };
});

const kindsOfPairs = { "records": "accent", "known people": "second", "same look": "third" };

define("weights", [], () => {
  const rows = rowsOf(data.trust.weights);
  if (!rows.length) return { empty: "Nothing is matched by probability." };
  const weights = rows.map(row => Number(row.item));
  const bins = [];
  for (let at = Math.min(...weights); at <= Math.max(...weights); at++) bins.push(at);
  const pairs = (bin, kind) => (rows.find(row => Number(row.item) === bin && row.detail === kind) || { amount: 0 }).amount;
  return {
    height: timeHeight(), key: Object.entries(kindsOfPairs).map(([kind, tint]) => [tint, kind]),
    option: {
      tooltip: tooltip(parts => `<b>${bins[parts[0].dataIndex]} bits</b>` + Object.keys(kindsOfPairs).map(kind => `<br>${kind}: ${plain(pairs(bins[parts[0].dataIndex], kind))} pairs`).join("")),
      grid: plot({ top: 22 }), xAxis: { type: "category", data: bins, axisTick: { show: false }, axisLabel: axisText() },
      yAxis: numberAxis({ type: "log", min: 1, name: "pairs", nameTextStyle: { color: colour("soft"), align: "left" } }),
      series: Object.entries(kindsOfPairs).map(([kind, tint]) => ({ type: "bar", barGap: 0, itemStyle: { color: colour(tint) }, data: bins.map(bin => pairs(bin, kind) || null) }))
    },
    columns: ["Bits", { number: "Pairs" }, "Kind"], rows: rows.map(row => [row.item, plain(row.amount), row.detail])
  };
});

define("decisions", [], () => {
  const rows = rowsOf(data.trust.decisions);
  return rows.length ? { columns: ["Decision", "Outcome", { number: "Pairs" }], rows: rows.map(row => [row.decision, row.outcome, plain(row.pairs)]) } : { empty: "Clerks have decided nothing." };
});

define("unexpected", [], () => {
  const rows = rowsOf(data.trust.unexpected);
  return rows.length ? {
    columns: ["Looks like", "In column", { number: "Values" }, { number: "Of" }],
    rows: rows.map(row => [inWords(row.detector), row.delivered_column, plain(row.hits), plain(row.values_scanned)])
  } : { empty: "No value looks like anything that should not be there." };
});

define("unread", [], () => {
  const rows = rowsOf(data.trust.unread);
  return rows.length ? {
    columns: ["Attribute", "Type", { number: "Not read" }, { number: "Read" }, { number: "Share not read" }],
    rows: rows.map(row => [inWords(row.attribute), row.type, plain(row.records_unread), plain(row.records_read), rate(row.share_unread)])
  } : { empty: "Every value could be read." };
});

define("files", [], () => {
  const rows = rowsOf(data.trust.files);
  return rows.length ? {
    columns: ["For", "State", { number: "Files" }, { number: "Rows found" }, { number: "Kept" }, { number: "Set aside" }],
    rows: rows.map(row => [inWords(row.role), inWords(row.state), plain(row.files), plain(row.rows_found), plain(row.rows_kept), plain(row.rows_set_aside)])
  } : { empty: "No file has been taken in yet." };
});

define("runs", [], () => {
  const rows = rowsOf(data.trust.runs);
  return rows.length ? {
    columns: ["Ended", { number: "Took" }, { number: "Files taken" }, { number: "Tables changed" }, "Totals"],
    rows: rows.map(row => [moment(row.ended_at), plain((time(row.ended_at) - time(row.started_at)) / 1000) + "\u00a0s", plain(row.deliveries_taken), plain(row.tables), row.was_stopped ? standing("stopped before its end", "bad") : row.is_balanced ? standing("✓ add up", "good") : standing("✗ do not add up", "bad")])
  } : { empty: "No run has been recorded yet." };
});

define("restated", [], () => {
  const rows = rowsOf(data.trust.restatements);
  return rows.length ? {
    columns: ["Table", "Day", "Measure", { number: "Was" }, { number: "Is now" }],
    rows: rows.map(row => [row.table_name, day(row.day), row.measure, count(row.was), count(row.is_now)])
  } : { empty: "No figure was told anew." };
});
