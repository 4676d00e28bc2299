// What was exposed: bars of fields, and an UpSet plot of the sets of fields that people share.
const fieldRows = rowsOf(data.exposed.fields);
const titleOf = field => (fieldRows.find(row => row.field === field) || { title: field }).title;

define("fields", [], width => {
  if (!fieldRows.length) return { empty: "The incident file names no fields." };
  const items = fieldRows.map(row => ({
    label: row.title, value: row.people, text: `${count(row.people)} · ${percent(row.share)}`,
    tip: `${count(row.people)} people, ${count(row.records)} records${row.kind ? "; the regulator calls it: " + row.kind : ""}`
  }));
  return {
    ...bars(width, shownOf(items, 12)), notes: andMore(items, 12),
    columns: ["Field", { number: "People" }, { number: "Share" }, { number: "Records" }, "Kind"],
    rows: fieldRows.map(row => [row.title, count(row.people), percent(row.share), count(row.records), row.kind || "–"])
  };
});

// More fields than this have no column of their own.
const mostFields = width => Math.max(4, Math.min(16, Math.floor(width * .55 / (isOnPaper() ? onPaper(9) : 17))));

define("combinations", [], width => {
  const all = rowsOf(data.exposed.combinations);
  if (!all.length) return { empty: "Nobody was hit, so that there are no combinations." };
  const sets = all.slice(0, isOnPaper() ? 8 : 12);
  const occurring = fieldRows.map(row => row.field).filter(field => sets.some(set => set.fields.includes(field)));
  const named = occurring.slice(0, mostFields(width));
  const rest = occurring.slice(named.length);
  const columns = [...named.map(titleOf), ...(rest.length ? [`${rest.length} others`] : [])];
  const isOn = (set, at) => at < named.length ? set.fields.includes(named[at]) : rest.some(field => set.fields.includes(field));
  return { ...upset(width, sets, columns, isOn), ...combinationWords(all, sets.length) };
});

function combinationWords(all, shown) {
  const { combinations, people } = data.exposed.others;
  const hidden = combinations + all.length - shown;
  const more = people + sum(all.slice(shown), "people");
  const rest = combinations ? [[`${whole.format(combinations)} other combinations`, count(people), ""]] : [];
  return {
    notes: hidden ? [`${whole.format(hidden)} more combinations, of ${count(more)} people together.`] : [],
    columns: ["Fields", { number: "People" }, { number: "Share" }],
    rows: [...all.map(row => [row.fields.map(titleOf).join(", ") || "no field", count(row.people), percent(row.share)]), ...rest]
  };
}

function upset(width, sets, columns, isOn) {
  const cell = Math.min(isOnPaper() ? onPaper(11) : 22, width * .58 / columns.length);
  const matrix = cell * columns.length;
  const head = Math.min(isOnPaper() ? onPaper(112) : 170, widest(columns) + 12);
  const row = scaled(23);
  const texts = widest(sets.map(set => count(set.people))) + 12;
  const dots = on => sets.flatMap((set, y) => columns.map((_, x) => [x, y]).filter(([x]) => isOn(set, x) === on));
  const spans = sets.map((set, y) => {
    const on = columns.map((_, x) => x).filter(x => isOn(set, x));
    return { coords: on.length > 1 ? [[on[0], y], [on[on.length - 1], y]] : null };
  }).filter(span => span.coords);
  const hiddenAxis = { axisLabel: { show: false }, axisTick: { show: false }, axisLine: { show: false } };
  const rowsAxis = grid => ({ gridIndex: grid, type: "category", inverse: true, data: sets.map((_, y) => y), ...hiddenAxis, splitArea: { show: true, areaStyle: { color: [colour("track"), "transparent"], opacity: .55 } } });
  return {
    height: Math.round(head + sets.length * row + 6),
    option: {
      tooltip: tooltip(([first]) => {
        const set = sets[first.axisIndex === undefined ? first.dataIndex : first.axisValue];
        return `<b>${count(set.people)} people (${percent(set.share)})</b><br>${escaped(set.fields.map(titleOf).join(", ") || "no field")}`;
      }),
      grid: [{ left: 4, width: matrix, top: head, bottom: 4 }, { left: matrix + 12, right: texts, top: head, bottom: 4 }],
      xAxis: [
        { gridIndex: 0, type: "category", position: "top", data: columns, axisLine: { show: false }, axisTick: { show: false }, axisPointer: { show: false },
          axisLabel: { interval: 0, rotate: -90, color: colour("ink"), fontSize: fontSize(), width: head - 8, overflow: "truncate" } },
        { gridIndex: 1, type: "value", show: false, min: 0 }
      ],
      yAxis: [rowsAxis(0), rowsAxis(1)],
      series: [
        { type: "scatter", silent: true, symbolSize: cell * .34, itemStyle: { color: colour("line") }, data: dots(false) },
        { type: "lines", coordinateSystem: "cartesian2d", silent: true, lineStyle: { color: colour("ink"), width: isOnPaper() ? 1 : 2, opacity: 1 }, data: spans },
        { type: "scatter", silent: true, symbolSize: cell * .5, itemStyle: { color: colour("ink"), opacity: 1 }, data: dots(true) },
        { type: "bar", xAxisIndex: 1, yAxisIndex: 1, barWidth: "58%", itemStyle: { color: colour("accent"), borderRadius: [0, 2, 2, 0] }, data: sets.map(set => set.people),
          label: { show: true, position: "right", color: colour("ink"), fontSize: fontSize(), formatter: bar => count(bar.value) } }
      ]
    }
  };
}
