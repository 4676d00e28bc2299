// Charts have the colours of the page, which is light or dark, and always light on paper.
const page = document.documentElement;
const isOnPaper = () => page.classList.contains("printing");
const colour = name => getComputedStyle(page).getPropertyValue("--" + name).trim();
const fontSize = () => isOnPaper() ? 8 : 12;
const letter = () => fontSize() * .56;
const scaled = pixels => isOnPaper() ? Math.round(pixels * .58) : pixels;
