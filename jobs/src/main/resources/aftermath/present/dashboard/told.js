// Whether they are told: from affected to reached, against the deadlines, and who is left.
const reachRows = rowsOf(data.told.reach);
const toTell = reachRows.filter(row => row.must_be_told);
const deadlines = rowsOf(data.told.deadlines);
const nobodyToTell = "Nobody must be told by the notice policy.";

define("funnel", [], width => {
  const base = sum(toTell, "people");
  if (!reachRows.length) return { empty: "Nobody was counted, so that nobody must be told." };
  const steps = [
    ["affected", sum(reachRows, "people")], ["must be told", base], ["written to", data.told.written_to],
    ["reached", sum(toTell.filter(row => row.reach === "reached"), "people")]
  ];
  const items = steps.map(([label, value]) => ({ label, value, text: count(value) + (base && label !== "affected" ? ` · ${percent(value / base)}` : ""), tint: label === "reached" ? "good" : label === "affected" ? "other" : "accent" }));
  const spared = sum(reachRows, "people") - base;
  return {
    ...bars(width, items),
    notes: spared ? [`${count(spared)} people need not be told.`] : [],
    columns: ["Step", { number: "People" }, { number: "Of those who must be told" }],
    rows: steps.map(([label, value]) => [label, count(value), percent(ratio(value, base))])
  };
});

const sign = at => String.fromCharCode(65 + at);

// Deadlines that end in the same moment are one line across the chart.
const marked = ending => grouped(ending.map((row, at) => ({ end: row.ends_at, sign: sign(at) })), each => each.end)
  .map(([end, signs]) => ({ name: signs.map(each => each.sign).join(" "), xAxis: time(end) }));

function howItStands(row) {
  if (row.open > 0) return standing(`${count(row.open)} open`, "warn");
  const late = row.outside + row.missed;
  return late ? standing(`${count(late)} late or missed`, "bad") : standing("all inside", "good");
}

define("burn_down", [], width => {
  const points = rowsOf(data.told.burn_down);
  if (!points.length) return { empty: toTell.length ? "No message has been sent yet; nobody is reached." : nobodyToTell };
  const ending = deadlines.filter(row => row.ends_at);
  const begin = deadlines.length ? deadlines[0].begins_at : points[0].hour;
  const all = deadlines.length ? deadlines[0].people_to_notify : points[0].not_reached;
  const asOf = deadlines.map(row => row.as_of).find(Boolean) || points[points.length - 1].hour;
  const last = points[points.length - 1].not_reached;
  // The point of an hour is its end.
  const line = [[time(begin), all], ...points.map(point => [time(point.hour) + 3600000, point.not_reached]), [time(asOf), last]];
  return {
    height: timeHeight(),
    option: {
      tooltip: { ...tooltip(([point]) => `<b>${dayAndTime.format(point.value[0])}</b><br>${count(point.value[1])} not reached`), axisPointer: { type: "line" } },
      grid: plot({ top: 22 }),
      xAxis: timeAxis(time(begin), Math.max(time(asOf), ...ending.map(row => time(row.ends_at))), width),
      yAxis: numberAxis({ minInterval: 1 }),
      series: [{
        type: "line", step: "end", showSymbol: false, data: line, lineStyle: { color: colour("accent"), width: 2 }, itemStyle: { color: colour("accent") }, areaStyle: { color: colour("accent"), opacity: .12 },
        markLine: {
          symbol: "none", silent: true, lineStyle: { color: colour("bad"), type: "dashed", width: 1.5 },
          label: { formatter: mark => mark.name, color: colour("ink"), fontWeight: "bold", fontSize: fontSize() },
          data: marked(ending)
        }
      }]
    },
    notes: [
      ...shownOf(ending, 4).map((row, at) => [made("b", {}, sign(at)), ` ${row.deadline}, ${moment(row.ends_at)}: ${percent(row.share_inside)} inside, `, howItStands(row)]),
      ...andMore(ending, 4),
      ...pace(last)
    ],
    columns: ["End of the hour from", { number: "Not reached" }],
    rows: points.map(point => [moment(point.hour), count(point.not_reached)])
  };
});

function pace(last) {
  const row = deadlines[0];
  if (!row || !last) return [];
  return [`${count(row.reached_in_last_7_days)} reached in the last 7 days` + (row.all_reached_at ? `; at this pace nobody is pending from ${day(row.all_reached_at)} on.` : ".")];
}

define("left", [], width => {
  if (!toTell.length) return { empty: nobodyToTell };
  const left = toTell.filter(row => row.reach !== "reached");
  if (!left.length) return { empty: "Everybody who must be told is reached." };
  const step = row => row.next_step === "wait" ? "wait" : row.next_step === "publication" ? "publication" : "write by " + row.next_step;
  const who = row => row.addressee === "themselves" ? "" : `${row.addressee}: `;
  const items = left.map(row => ({ label: `${who(row)}${inWords(row.reason)} → ${step(row)}`, value: row.people, text: count(row.people), tint: row.reach === "unreachable" ? "bad" : "accent" })).sort(byValue);
  return {
    ...bars(width, shownOf(items, 5)),
    notes: andMore(items, 5),
    key: [["accent", "pending"], ["bad", "unreachable by every channel known"]],
    columns: ["Why", { number: "People" }, "Next step", "Addressee", "Standing"],
    rows: [...left].sort((one, other) => other.people - one.people).map(row => [inWords(row.reason), count(row.people), step(row), row.addressee, row.reach])
  };
});

define("reach", ["segment"], width => {
  const rows = ofSegment(data.told.segments);
  if (!rows.length) return { empty: toTell.length ? noSegments : nobodyToTell, says: "" };
  const leftOf = row => row.unreachable + row.pending;
  const items = rows.map(row => ({
    label: row.value, value: ratio(row.reached, row.people_to_notify), text: `${percent(ratio(row.reached, row.people_to_notify))} · ${count(leftOf(row))} left`,
    tip: `${count(row.reached)} of ${count(row.people_to_notify)} reached, ${count(row.pending)} pending, ${count(row.unreachable)} unreachable`, left: leftOf(row)
  })).sort((one, other) => other.left - one.left || one.value - other.value);
  return {
    ...bars(width, shownOf(items, 5), { max: 1 }), notes: andMore(items, 5),
    says: `${segmentTitle()}: share reached, where most are left first.`,
    columns: ["Part", { number: "Must be told" }, { number: "Reached" }, { number: "Pending" }, { number: "Unreachable" }],
    rows: rows.map(row => [row.value, count(row.people_to_notify), count(row.reached), count(row.pending), count(row.unreachable)])
  };
});
