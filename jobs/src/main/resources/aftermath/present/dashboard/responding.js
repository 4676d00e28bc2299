// How people respond: whether the line copes, and whether those who were told act.
const dailyRows = rowsOf(data.responding.daily);
const noResponses = "No contact, enrolment or reset has come in yet.";
offer("line", allAnd(unique(dailyRows.filter(row => row.offered > 0).map(row => row.channel)), "all lines"));
offer("act", [["enrolled", "enrolled"], ["called", "called"], ["reset_password", "reset a password"], ["reset_mfa", "reset a second factor"]]);

const byDay = () => grouped(dailyRows.filter(row => !chosen.line || row.channel === chosen.line), row => row.day);
const columnByDay = (days, column) => days.map(([, rows]) => sum(rows, column));

define("contacts", ["line"], width => {
  const days = byDay();
  if (!days.some(([, rows]) => sum(rows, "offered"))) return { empty: "No contact has been offered yet." };
  return stackedDays(width, days.map(([each]) => each), [
    { name: "answered", tint: "accent", values: columnByDay(days, "answered") },
    { name: "abandoned", tint: "warn", values: columnByDay(days, "abandoned") }
  ]);
});

define("service", ["line"], width => {
  const days = byDay();
  const level = days.map(([, rows]) => ratio(sum(rows, "answered_within_target"), sum(rows, "offered") - sum(rows, "short_abandoned")));
  const wait = days.map(([, rows]) => ratio(sum(rows, "waiting_seconds"), sum(rows, "answered") - sum(rows, "waits_unknown")));
  // What nine in ten waited cannot be told of several lines together.
  const ninety = days.map(([, rows]) => rows.length === 1 ? rows[0].wait_90_seconds : null);
  const says = `Answered within ${data.responding.within_seconds} seconds, and the average wait in seconds.`;
  if (!level.some(each => each !== null)) return { empty: "No contact has been offered yet.", says };
  const upper = timeHeight() / 2;
  const seconds = value => value === null ? "–" : whole.format(value) + " s";
  const dates = days.map(([each]) => each);
  const line = (grid, tint, values) => ({ type: "line", xAxisIndex: grid, yAxisIndex: grid, symbol: "circle", symbolSize: isOnPaper() ? 2 : 4, lineStyle: { color: colour(tint), width: isOnPaper() ? 1 : 1.5 }, itemStyle: { color: colour(tint) }, data: values });
  return {
    says, height: timeHeight(),
    key: [["accent", "service level"], ["second", "average wait"]],
    option: {
      tooltip: { ...tooltip(([point]) => {
        const at = point.dataIndex;
        return `<b>${day(dates[at])}</b><br>${percent(level[at])} within ${data.responding.within_seconds} s<br>${seconds(wait[at])} on average${ninety[at] === null ? "" : `<br>nine in ten within ${seconds(ninety[at])}`}`;
      }), axisPointer: { type: "line" } },
      axisPointer: { link: [{ xAxisIndex: "all" }] },
      grid: [plot({ bottom: undefined, height: upper - 22 }), plot({ top: upper + 4 })],
      xAxis: [dayAxis(dates, width, { gridIndex: 0, axisLabel: { show: false } }), dayAxis(dates, width, { gridIndex: 1 })],
      yAxis: [numberAxis({ gridIndex: 0, max: 1, splitNumber: 2, axisLabel: { formatter: value => percent(value, 0) } }), numberAxis({ gridIndex: 1, splitNumber: 2, axisLabel: { formatter: value => short.format(value) + " s" } })],
      series: [line(0, "accent", level), line(1, "second", wait)]
    },
    columns: ["Day", { number: "Service level" }, { number: "Average wait" }, { number: "Nine in ten within" }],
    rows: dates.map((each, at) => [day(each), percent(level[at]), seconds(wait[at]), seconds(ninety[at])])
  };
});

define("signups", [], width => {
  const days = grouped(dailyRows, row => row.day);
  const series = [["enrolments", "enrolments", "accent"], ["password_resets", "password resets", "second"], ["mfa_resets", "resets of a second factor", "third"]]
    .map(([column, name, tint]) => ({ name, tint, values: columnByDay(days, column) }));
  return series.some(({ values }) => values.some(Boolean)) ? stackedDays(width, days.map(([each]) => each), series) : { empty: "Nobody has enrolled or reset anything yet." };
});

define("topics", [], width => {
  const rows = rowsOf(data.responding.topics);
  if (!rows.length) return { empty: "No contact has come in yet." };
  const all = sum(rows, "answered");
  const items = rows.map(row => ({ label: inWords(row.topic).replaceAll("-", " "), value: row.answered, text: `${count(row.answered)} · ${percent(ratio(row.answered, all))}`, tint: atTheEnd(row.topic) ? "other" : "accent" })).sort(byValue);
  return { ...bars(width, shownOf(items, 5)), notes: andMore(items, 5), columns: ["Topic", { number: "Answered" }, { number: "Offered" }], rows: rows.map(row => [inWords(row.topic), count(row.answered), count(row.offered)]) };
});

const acts = { enrolled: "enrolled in identity protection", called: "called", reset_password: "set their password anew", reset_mfa: "set their second factor anew" };

define("take_up", ["segment", "act"], width => {
  const rows = ofSegment(data.responding.take_up);
  const says = `${segmentTitle()}: of the people whom a notice reached, how many ${acts[chosen.act]}: at least, for not everybody says who they are. Parts of fewer than ${data.minimum} are at the end, without a bar.`;
  if (!rows.length) return { empty: dailyRows.length ? noSegments : noResponses, says: "" };
  const items = rows.map(row => ({ label: row.value, value: ratio(row[chosen.act], row.notified), text: `${percent(ratio(row[chosen.act], row.notified))} · ${count(row[chosen.act])} of ${count(row.notified)}`, isOfFew: row.notified < data.minimum, tint: atTheEnd(row.value) ? "other" : "accent" })).sort(byValue);
  return {
    ...bars(width, shownOf(items, 5)), says, notes: andMore(items, 5),
    columns: ["Part", { number: "Reached" }, ...Object.keys(acts).map(act => ({ number: inWords(act) }))],
    rows: rows.map(row => [row.value, count(row.notified), ...Object.keys(acts).map(act => `${count(row[act])} (${percent(ratio(row[act], row.notified))})`)])
  };
});
