// What becomes of the messages, and whether providers mind.
const rateRows = rowsOf(data.delivered.rates);
const dayRows = rowsOf(data.delivered.days);
const hourRows = rowsOf(data.delivered.hours);
const domainRows = rowsOf(data.delivered.domains);
const names = (rows, column) => unique(rows.map(row => row[column]));
const allAnd = (values, words) => [...(values.length === 1 ? [] : [["", words]]), ...values.map(value => [value, value])];

offer("wave", allAnd(names(rateRows, "wave"), "all waves"));
offer("channel", allAnd(names(rateRows, "channel"), "all channels"));
offer("mail", names(domainRows, "channel").map(channel => [channel, channel]));
offer("health", [["bounce", "Bounces"], ["complaint", "Complaints"]]);

const isChosen = row => (!chosen.wave || row.wave === chosen.wave) && (!chosen.channel || row.channel === chosen.channel);
const states = [
  ["delivered", "good"], ["pending", "accent"], ["soft_bounced", "warn"], ["hard_bounced", "bad"], ["suppressed", "third"], ["rejected", "other"]
];
// Who complains has the message.
const stateOf = state => state === "complained" ? "delivered" : state;
const noMessages = "No message of this kind has been sent.";

define("days", ["wave", "channel"], width => {
  const rows = dayRows.filter(isChosen);
  if (!rows.length) return { empty: noMessages };
  const known = names(rows, "day").sort();
  const days = daysFrom(known[0], known[known.length - 1]);
  const totals = new Map();
  rows.forEach(row => {
    const key = stateOf(row.state) + row.day;
    totals.set(key, (totals.get(key) || 0) + row.notices);
  });
  return stackedDays(width, days, states.map(([state, tint]) => ({ name: inWords(state), tint, values: days.map(each => totals.get(state + each) || 0) }))
    .filter(({ values }) => values.some(Boolean)));
});

define("rates", ["wave", "channel"], width => {
  const rows = rateRows.filter(isChosen);
  if (!rows.length) return { empty: noMessages };
  const items = rows.map(row => ({
    label: `${row.wave} · ${row.channel} · ${row.provider}`, value: row.sent, parts: states.map(([state]) => row[state]), text: `${percent(row.delivery_rate)} of ${count(row.sent)}`
  })).sort(byValue);
  return {
    ...wholes(width, shownOf(items, 5), states.map(([state, tint]) => ({ name: inWords(state), tint }))),
    notes: andMore(items, 5),
    columns: ["Wave, channel, provider", { number: "Sent" }, ...states.map(([state]) => ({ number: inWords(state) })), { number: "Complaints" }, { number: "Delivery rate" }],
    rows: items.map((item, at) => [item.label, count(item.value), ...item.parts.map(count), count(rows.find(row => `${row.wave} · ${row.channel} · ${row.provider}` === item.label).complained), item.text.split(" of ")[0]])
  };
});

const healthLines = () => data.delivered.lines[chosen.health];
const lineWords = () => `Dashed: review from ${rate(healthLines().review)}, pause from ${rate(healthLines().pause)}.`;
const noMail = "No mail has been sent, or no provider looks at bounces and complaints.";

define("hours", ["mail", "health"], width => {
  const rows = hourRows.filter(row => row.channel === chosen.mail);
  if (!rows.length) return { empty: noMail };
  const column = chosen.health + "_rate";
  const lines = healthLines();
  const isBelow = rows.every(row => (row[column] || 0) < lines.pause * 1.2);
  const from = time(rows[0].hour), to = time(rows[rows.length - 1].hour) + 3600000;
  // A day without mail has no rate: the line must not run across it.
  const points = rows.flatMap((row, at) => at && time(row.hour) - time(rows[at - 1].hour) > inDay
    ? [[time(rows[at - 1].hour) + inDay, null], [time(row.hour) + 3600000, row[column]]] : [[time(row.hour) + 3600000, row[column]]]);
  const height = isOnPaper() ? onPaper(112) : 270, upper = isOnPaper() ? onPaper(62) : 150;
  return {
    height,
    option: {
      tooltip: {
        ...tooltip(parts => {
          const row = rows[parts.find(part => part.seriesIndex === 1)?.dataIndex] || rows.findLast(each => time(each.hour) <= parts[0].value[0]) || rows[0];
          return `<b>${moment(row.hour)}</b><br>${count(row.sent)} sent in the hour<br>${row[column] === null ? "too few to tell" : rate(row[column]) + " over 24 hours"}`;
        }), axisPointer: { type: "line" }
      },
      axisPointer: { link: [{ xAxisIndex: "all" }] },
      grid: [plot({ bottom: undefined, height: upper - 20 }), plot({ top: upper + 18 })],
      xAxis: [timeAxis(from, to, width, { gridIndex: 0, axisLabel: { show: false } }), timeAxis(from, to, width, { gridIndex: 1 })],
      yAxis: [
        numberAxis({ gridIndex: 0, ...(isBelow ? { max: lines.pause * 1.2, interval: lines.pause / 2 } : {}), axisLabel: { showMaxLabel: !isBelow, formatter: value => rate(value) } }),
        numberAxis({ gridIndex: 1, splitNumber: 2, name: "sent", axisLabel: { show: !isOnPaper() }, nameTextStyle: { color: colour("soft"), fontSize: fontSize(), align: "left" }, nameGap: 4 })
      ],
      series: [
        { type: "line", xAxisIndex: 0, yAxisIndex: 0, showSymbol: false, connectNulls: false, data: points, lineStyle: { color: colour("accent"), width: 2 }, itemStyle: { color: colour("accent") },
          markLine: { symbol: "none", silent: true, label: { show: false }, data: [
            { yAxis: lines.review, lineStyle: { color: colour("warn"), type: "dashed", width: 1.5 } }, { yAxis: lines.pause, lineStyle: { color: colour("bad"), type: "dashed", width: 1.5 } }] } },
        { type: "bar", xAxisIndex: 1, yAxisIndex: 1, barMinWidth: 1, barMaxWidth: 6, itemStyle: { color: colour("other") }, data: rows.map(row => [time(row.hour), row.sent]) }
      ]
    },
    notes: [lineWords()],
    columns: ["Hour from", { number: "Sent" }, { number: "Bounces, 24 h" }, { number: "Complaints, 24 h" }],
    rows: rows.map(row => [moment(row.hour), count(row.sent), rate(row.bounce_rate), rate(row.complaint_rate)])
  };
});

define("domains", ["mail", "health"], width => {
  const rows = domainRows.filter(row => row.channel === chosen.mail);
  if (!rows.length) return { empty: noMail };
  const column = chosen.health + "_rate", standingOf = row => row[chosen.health + "_standing"];
  const tints = { review: "warn", pause: "bad", ok: "accent" };
  const isMany = names(rows, "provider").filter(Boolean).length > 1;
  const label = row => row.recipient_domain + (isMany && row.provider ? ` · ${row.provider}` : "");
  const lines = healthLines();
  const isOfFew = row => standingOf(row) === "too_few";
  const top = Math.max(lines.pause * 1.15, ...rows.filter(row => !isOfFew(row)).map(row => row[column] || 0));
  const words = row => row[column] === null ? "none" : rate(row[column]) + (standingOf(row) && standingOf(row) !== "ok" ? ` · ${inWords(standingOf(row))}` : "");
  const items = rows.map(row => ({
    label: label(row), value: row[column], isOfFew: isOfFew(row), text: words(row), tint: tints[standingOf(row)] || "other",
    tip: `${count(row.sent)} sent, ${count(row.hard_bounced)} came back for good; ${count(row.delivered)} delivered, ${count(row.complained)} complained about`
  }));
  return {
    ...bars(width, shownOf(items, 5), { max: top, lines: [{ at: lines.review, tint: "warn" }, { at: lines.pause, tint: "bad" }] }),
    key: [["accent", "ok"], ["warn", "review"], ["bad", "pause"]],
    notes: [lineWords() + " By messages sent, most first. Rates of a few have no bar.", ...andMore(items, 5)],
    columns: ["Domain", "Provider", { number: "Sent" }, { number: "Bounces" }, "Standing", { number: "Complaints" }, "Standing"],
    rows: rows.map(row => [row.recipient_domain, row.provider || "several", count(row.sent), rate(row.bounce_rate), inWords(row.bounce_standing || "–"), rate(row.complaint_rate), inWords(row.complaint_standing || "–")])
  };
});
