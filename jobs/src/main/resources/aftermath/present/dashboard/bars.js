// Horizontal bars with their labels beside them.
// More bars than these are not looked at; the table has all of them.
const shownOf = (items, mostOnPaper) => items.slice(0, isOnPaper() ? mostOnPaper : 16);
function andMore(items, mostOnPaper) {
  const more = items.length - shownOf(items, mostOnPaper).length;
  return more ? [`${whole.format(more)} more` + (isOnPaper() ? "." : " under “The numbers”.")] : [];
}

const tooltip = format => ({
  trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: colour("other"), opacity: .12 } }, confine: true,
  backgroundColor: colour("card"), borderColor: colour("soft"), textStyle: { color: colour("ink"), fontSize: 13 },
  extraCssText: "max-width: 20rem; white-space: normal;", formatter: format
});

// How many lines words take; browsers and paper differ by a little in how wide letters are.
function linesOf(words, room) {
  let lines = 1, used = 0;
  words.split(" ").forEach(word => {
    const more = widthOf(word + " ") * 1.06;
    if (used && used + more > room) { lines++; used = 0; }
    used += more;
  });
  return lines;
}

// A name that is a sentence would make every row as high as itself; the tooltip and the table have all of it.
function shortened(name, room) {
  const words = name.split(" ");
  let kept = name;
  while (words.length > 1 && linesOf(kept, room) > (isOnPaper() ? 2 : 3)) {
    words.pop();
    kept = words.join(" ") + " …";
  }
  return kept;
}

// Room for the names of the bars, and how high a row has to be for the longest of them.
function nameRoom(width, names) {
  const longest = Math.ceil(widest(names) * 1.03) + 2;
  const most = Math.floor(width * (isOnPaper() ? .48 : width < 420 ? .42 : .38));
  const isOneLine = longest <= most;
  const shown = isOneLine ? names : names.map(name => shortened(name, most));
  const lines = isOneLine ? 1 : Math.max(...shown.map(name => linesOf(name, most)));
  return { shown, room: Math.min(longest, most), isOneLine, height: Math.max(scaled(27), lines * fontSize() * 1.2 + scaled(11)) };
}

const nameAxis = ({ shown, room, isOneLine }) => ({
  type: "category", inverse: true, data: shown, axisTick: { show: false }, axisLine: { show: false },
  axisLabel: { color: colour("ink"), fontSize: fontSize(), lineHeight: fontSize() * 1.2, interval: 0, margin: 8, ...(isOneLine ? {} : { width: room, overflow: "break" }) }
});

// A rate of a few may be anything. It is told and has no bar.
const lengthOf = item => item.isOfFew ? 0 : item.value || 0;

const textAxis = texts => ({
  type: "category", inverse: true, position: "right", data: texts, axisTick: { show: false }, axisLine: { show: false },
  axisLabel: { color: colour("ink"), fontSize: fontSize(), interval: 0, margin: 8 }
});

// Items have {label, value, text} and perhaps {tint, tip}; the axis ends at {max}, and {lines} are drawn across.
function bars(width, items, { max, lines = [] } = {}) {
  const names = nameRoom(width, items.map(item => item.label));
  const texts = widest(items.map(item => item.text)) + 12;
  // Texts would stand on the rest of a whole, or lines run through them: they have a column of their own then.
  const isColumn = max === 1 || lines.length > 0;
  return {
    height: Math.round(items.length * names.height + 8),
    option: {
      tooltip: tooltip(([bar]) => `<b>${escaped(items[bar.dataIndex].label)}</b><br>${escaped(items[bar.dataIndex].tip || items[bar.dataIndex].text)}`),
      grid: { left: names.room + 12, right: texts, top: 4, bottom: 4 },
      xAxis: { type: "value", show: false, min: 0, max: max || Math.max(1e-9, ...items.map(lengthOf)) },
      yAxis: [nameAxis(names), ...(isColumn ? [textAxis(items.map(item => item.text))] : [])],
      series: [{
        type: "bar", barWidth: "58%", showBackground: max === 1, backgroundStyle: { color: colour("track") },
        data: items.map(item => ({ value: lengthOf(item), itemStyle: { color: colour(item.tint || "accent"), borderRadius: [0, 2, 2, 0] } })),
        label: { show: !isColumn, position: "right", color: colour("ink"), fontSize: fontSize(), formatter: bar => items[bar.dataIndex].text },
        markLine: { symbol: "none", silent: true, label: { show: false }, data: lines.map(line => ({ xAxis: line.at, lineStyle: { color: colour(line.tint), type: "dashed", width: 1.5 } })) }
      }]
    }
  };
}

// Bars of parts that make up a whole; items have {label, parts, text}, and series {name, tint}.
function wholes(width, items, series) {
  const names = nameRoom(width, items.map(item => item.label));
  const texts = widest(items.map(item => item.text)) + 12;
  const total = item => item.parts.reduce((all, part) => all + part, 0) || 1;
  return {
    height: Math.round(items.length * names.height + 8),
    key: series.map(({ name, tint }) => [tint, name]),
    option: {
      tooltip: tooltip(parts => `<b>${escaped(items[parts[0].dataIndex].label)}</b>` + series.map(({ name }, at) => {
        const item = items[parts[0].dataIndex];
        return `<br>${escaped(name)}: ${count(item.parts[at])} (${percent(item.parts[at] / total(item))})`;
      }).join("")),
      grid: { left: names.room + 12, right: texts, top: 4, bottom: 4 },
      xAxis: { type: "value", show: false, min: 0, max: 1 },
      yAxis: nameAxis(names),
      series: series.map(({ name, tint }, at) => ({
        name, type: "bar", stack: "whole", barWidth: "58%", itemStyle: { color: colour(tint) },
        data: items.map(item => item.parts[at] / total(item)),
        label: at < series.length - 1 ? undefined : {
          show: true, position: "right", color: colour("ink"), fontSize: fontSize(), formatter: bar => items[bar.dataIndex].text
        }
      }))
    }
  };
}

// Large first; what is not known, the others, and rates of a few people at the end whatever they are.
const atTheEnd = label => label.startsWith("…") ? 3 : label === "unknown" || label === "none" ? 2 : 0;
const rank = item => Math.max(atTheEnd(item.label), item.isOfFew ? 1 : 0);
const byValue = (one, other) => rank(one) - rank(other) || (other.value || 0) - (one.value || 0);
