// Charts over days and hours.
const inDay = 24 * 3600 * 1000;

// All days from the first to the last.
function daysFrom(first, last) {
  const days = [];
  for (let at = time(first); at <= time(last); at += inDay) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

const axisText = () => ({ color: colour("soft"), fontSize: fontSize(), hideOverlap: true });
const numberAxis = more => ({
  type: "value", min: 0, splitNumber: isOnPaper() ? 2 : 4, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: colour("line") } }, ...more,
  axisLabel: { ...axisText(), formatter: value => short.format(value), ...(more && more.axisLabel) }
});
const plot = more => ({ left: Math.round(fontSize() * (isOnPaper() ? 4.6 : 3.9)), right: isOnPaper() ? 14 : 22, top: 10, bottom: fontSize() + 12, outerBoundsMode: "none", ...more });
const timeHeight = () => isOnPaper() ? onPaper(104) : 236;

function dayAxis(days, width, more) {
  const every = Math.max(1, Math.ceil(days.length * letter() * 8.5 / Math.max(width - 60, 60)));
  return {
    type: "category", data: days, axisLine: { lineStyle: { color: colour("other") } }, axisTick: { show: false }, ...more,
    axisLabel: { ...axisText(), interval: every - 1, formatter: each => dayAndMonth.format(time(each)), ...(more && more.axisLabel) }
  };
}

// Moments as milliseconds, with a label at the beginning of every day, or of every few.
function timeAxis(from, to, width, more) {
  const first = Math.floor(from / inDay) * inDay;
  const most = Math.max(2, Math.floor((width - 60) / (letter() * 9)));
  return {
    type: "value", min: first, max: to, interval: Math.ceil((to - first) / inDay / most) * inDay,
    axisLine: { lineStyle: { color: colour("other") } }, axisTick: { show: false }, splitLine: { show: false }, ...more,
    axisLabel: { ...axisText(), showMaxLabel: false, formatter: at => at % inDay ? "" : dayAndMonth.format(at), ...(more && more.axisLabel) }
  };
}

// Stacked bars by day; series have {name, tint, values}.
function stackedDays(width, days, series) {
  return {
    height: timeHeight(),
    key: series.map(({ name, tint }) => [tint, name]),
    option: {
      tooltip: tooltip(bars => `<b>${day(days[bars[0].dataIndex])}</b>` + series.map(each => `<br>${escaped(each.name)}: ${count(each.values[bars[0].dataIndex])}`).join("")),
      grid: plot(),
      xAxis: dayAxis(days, width),
      yAxis: numberAxis({ minInterval: 1 }),
      series: series.map(({ name, tint, values }) => ({ name, type: "bar", stack: "day", barMaxWidth: 26, barCategoryGap: "25%", itemStyle: { color: colour(tint) }, data: values }))
    },
    columns: ["Day", ...series.map(({ name }) => ({ number: name }))],
    rows: days.map((each, at) => [day(each), ...series.map(({ values }) => count(values[at]))])
  };
}
