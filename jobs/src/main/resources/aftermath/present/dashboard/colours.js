// Charts have the colours of the page, which is light or dark, and always light on paper.
const page = document.documentElement;
const isOnPaper = () => page.classList.contains("printing");
const colour = name => getComputedStyle(page).getPropertyValue("--" + name).trim();
const fontSize = () => isOnPaper() ? 8 : 12;
// How wide words are in a chart; a letter is an average one.
const ruler = document.createElement("canvas").getContext("2d");
function widthOf(words) {
  ruler.font = `${fontSize()}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(words).width;
}
const widest = all => Math.max(0, ...all.map(widthOf));
const letter = () => fontSize() * .56;
const scaled = pixels => isOnPaper() ? Math.round(pixels * .58) : pixels;
