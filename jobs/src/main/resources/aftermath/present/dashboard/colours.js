// Charts have the colours of the page, which is light or dark, and always light on paper.
const page = document.documentElement;
const isOnPaper = () => page.classList.contains("printing");
const colour = name => getComputedStyle(page).getPropertyValue("--" + name).trim();
// How much smaller a sheet is set than it might be, so that all of it has room; see paper.js.
let paperScale = 1;
const onPaper = pixels => pixels * paperScale;
const fontSize = () => isOnPaper() ? onPaper(8) : 12;
// How wide words are in a chart; a letter is an average one.
const ruler = document.createElement("canvas").getContext("2d");
function widthOf(words) {
  ruler.font = `${fontSize()}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(words).width;
}
const widest = all => Math.max(0, ...all.map(widthOf));
const letter = () => fontSize() * .56;
const scaled = pixels => isOnPaper() ? Math.round(onPaper(pixels * .58)) : pixels;
