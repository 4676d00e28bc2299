// Every card shows a view: a chart with a table behind it, a table alone, or a sentence.
// A view is {empty}, or {columns, rows} and, if it is a chart, {option, height}; besides {says}, {key}, {notes}.
const views = {};
const cards = [];
const define = (name, filters, view) => { views[name] = { filters, view }; };

function addCard(element) {
  const title = element.querySelector("h3").textContent;
  const card = { element, title, ...views[element.dataset.chart] };
  element.querySelector("h3").id = "title-" + element.dataset.chart;
  element.setAttribute("aria-labelledby", "title-" + element.dataset.chart);
  card.empty = made("p", { class: "empty" });
  card.key = made("ul", { class: "keyline" });
  card.chart = made("div", { class: "chart", role: "img" });
  card.notes = made("ul", { class: "notes" });
  card.table = made("div", { class: "shown" });
  card.details = made("details", {}, made("summary", {}, "The numbers", made("span", { class: "hidden" }, " of: " + title)));
  card.details.addEventListener("toggle", () => fillDetails(card));
  const source = made("p", { class: "source" }, sources(element.dataset.about).map(each => versionOf(each.table)).join(" · "));
  element.append(card.empty, card.key, card.chart, card.notes, card.table, made("div", { class: "foot" }, card.details, source));
  addAbout(element, title);
  cards.push(card);
  fill(card);
}

function fill(card, isDrawn = true) {
  card.shown = card.view(card.chart.clientWidth || card.element.clientWidth - 38);
  const { empty, says, key = [], notes = [], option, height, rows, columns } = card.shown;
  if (empty && card.element.classList.contains("optional")) card.element.hidden = true;
  card.empty.textContent = empty || "";
  card.empty.hidden = !empty;
  const place = card.element.querySelector("[data-says]");
  if (place) place.textContent = says || "";
  card.key.replaceChildren(...key.map(([name, words]) => {
    const swatch = made("i");
    swatch.style.background = colour(name);
    return made("li", {}, swatch, words);
  }));
  card.key.hidden = !key.length;
  card.notes.replaceChildren(...notes.map(note => made("li", {}, ...[note].flat())));
  card.notes.hidden = !notes.length;
  card.chart.hidden = card.details.hidden = !option;
  if (option) {
    card.chart.style.height = height + "px";
    card.chart.setAttribute("aria-label", `${card.title}. ${rows.slice(0, 3).map(row => row.slice(0, 2).join(" ")).join("; ")}. The numbers are in the table below.`);
    fillDetails(card);
    if (isDrawn) draw(card);
  }
  card.table.replaceChildren(...(option || empty ? [] : [tableOf(card.title, columns, rows)]));
}

function fillDetails(card) {
  card.details.querySelector(".scroll")?.remove();
  if (card.details.open && card.shown.option) card.details.append(tableOf(card.title, card.shown.columns, card.shown.rows));
}

// Nothing is drawn before the library is there.
function draw(card) {
  if (!window.echarts || !card.shown.option) return;
  const there = echarts.getInstanceByDom(card.chart);
  const width = card.chart.clientWidth, height = card.shown.height;
  if (there && (there.getWidth() !== width || there.getHeight() !== height)) there.resize({ width, height });
  const chart = there || echarts.init(card.chart, null, { renderer: "svg", width, height });
  card.width = width;
  chart.setOption({ animation: false, useUTC: true, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: fontSize() }, ...card.shown.option }, true);
}

const fillAll = isDrawn => cards.forEach(card => fill(card, isDrawn));

listeners.push(name => cards.filter(card => card.filters.includes(name)).forEach(card => fill(card)));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => fillAll());
let resizing = 0;
addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => {
    hide();
    cards.filter(card => card.chart.clientWidth && card.chart.clientWidth !== card.width).forEach(card => fill(card));
  }, 120);
});
