// On paper: all charts at once, in light colours, as wide as the columns of the sheet, and on two sheets of A4.
const sheetHeight = 279 / 25.4 * 96;
const fontSizeOfSheet = 10.5;
const scales = [1, .97, .94, .91, .88, .85];
const bodyTop = () => document.body.getBoundingClientRect().top;
const topOf = element => element.getBoundingClientRect().top - bodyTop();

// The second sheet begins with a section or with a row of cards; the first row stays with its heading.
function beginnings() {
  return [...document.querySelectorAll("section")].flatMap(section => {
    const shown = [...section.querySelectorAll(".card")].filter(card => card.offsetHeight);
    return [section, ...shown.filter(card => topOf(card) > topOf(shown[0]) + 1)];
  });
}

// Whether two sheets have room for all, and where the second one begins.
function isOnTwoSheets() {
  document.querySelector(".second-sheet")?.classList.remove("second-sheet");
  const height = document.querySelector("main").getBoundingClientRect().bottom - bodyTop();
  const second = beginnings().findLast(each => topOf(each) <= sheetHeight);
  if (height > sheetHeight) second.classList.add("second-sheet");
  return height <= sheetHeight || height - topOf(second) <= sheetHeight;
}

// As large as two sheets have room for; what is larger still goes on a third.
function setOnPaper() {
  for (paperScale of scales) {
    page.style.fontSize = fontSizeOfSheet * paperScale + "px";
    fillAll(false);
    if (isOnTwoSheets()) break;
  }
  fillAll();
}

addEventListener("beforeprint", () => {
  page.classList.add("printing");
  loadCharts();
  setOnPaper();
});
addEventListener("afterprint", () => {
  page.classList.remove("printing");
  page.style.fontSize = "";
  fillAll();
});
