// What a figure means and where it comes from, on hover and on focus, in the words of the table.
const tip = document.getElementById("tip");
let shownFor = null;
let leaving = 0;

// "gold.a: x y; gold.b: z", or "gold.a.x" for one column.
function sources(text) {
  return text.split(";").map(part => part.trim()).map(part => {
    if (!part.includes(":")) return { table: part.slice(0, part.lastIndexOf(".")), columns: [part.slice(part.lastIndexOf(".") + 1)] };
    const [table, columns] = part.split(":");
    return { table: table.trim(), columns: columns.trim().split(" ") };
  });
}

function versionOf(table) {
  const facts = data.tables[table];
  if (facts.version === null) return `${table}: not made yet`;
  return `${table}, version ${facts.version}` + (facts.made_at ? `, as of ${moment(facts.made_at)}` : "");
}

function meaning({ table, columns }) {
  const facts = data.tables[table];
  const list = made("dl");
  columns.filter(column => facts.columns[column]).forEach(column =>
    list.append(made("dt", {}, column), made("dd", {}, facts.columns[column])));
  return [made("p", {}, made("b", {}, versionOf(table))), made("p", {}, facts.comment + "."), list];
}

function show(button) {
  clearTimeout(leaving);
  if (shownFor === button) return;
  hide();
  shownFor = button;
  tip.replaceChildren(...sources(button.dataset.sources).flatMap(meaning));
  tip.hidden = false;
  button.setAttribute("aria-expanded", "true");
  button.setAttribute("aria-describedby", "tip");
  const at = button.getBoundingClientRect();
  const left = Math.min(at.right - tip.offsetWidth, page.clientWidth - tip.offsetWidth - 16);
  tip.style.left = Math.max(16, left) + scrollX + "px";
  const below = innerHeight - at.bottom, above = at.top;
  tip.style.maxHeight = Math.max(below, above) - 16 + "px";
  const isBelow = tip.offsetHeight + 12 < below || below > above;
  tip.style.top = scrollY + (isBelow ? at.bottom + 6 : at.top - tip.offsetHeight - 6) + "px";
}

function hide() {
  clearTimeout(leaving);
  if (!shownFor) return;
  shownFor.setAttribute("aria-expanded", "false");
  shownFor.removeAttribute("aria-describedby");
  shownFor = null;
  tip.hidden = true;
}

// The pointer may wander over to the words.
const hideSoon = () => { clearTimeout(leaving); leaving = setTimeout(hide, 250); };

function addAbout(element, title) {
  const button = made("button", { type: "button", class: "about", "aria-expanded": "false", "aria-label": "What this means: " + title });
  button.dataset.sources = element.dataset.about;
  button.addEventListener("mouseenter", () => show(button));
  button.addEventListener("focus", () => show(button));
  button.addEventListener("click", () => show(button));
  button.addEventListener("mouseleave", hideSoon);
  button.addEventListener("blur", hideSoon);
  element.append(button);
}

tip.addEventListener("mouseenter", () => clearTimeout(leaving));
tip.addEventListener("mouseleave", hideSoon);
addEventListener("keydown", event => { if (event.key === "Escape") hide(); });
