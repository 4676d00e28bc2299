// Words and tables first; the library of charts becomes a script once they are painted.
function loadCharts() {
  if (window.echarts) return;
  const script = made("script");
  script.textContent = document.getElementById("charts").textContent;
  document.head.append(script);
}

document.querySelectorAll(".key").forEach(key => addAbout(key, key.querySelector(".label").textContent));
document.querySelectorAll(".card").forEach(addCard);

// One after the other, so that the page answers in between.
function drawInTurn(waiting) {
  if (!waiting.length) return page.classList.add("drawn");
  draw(waiting[0]);
  setTimeout(() => drawInTurn(waiting.slice(1)));
}

let isBegun = false;
function begin() {
  if (isBegun) return;
  isBegun = true;
  loadCharts();
  drawInTurn(cards);
}

// After the first paint; where nobody looks nothing is painted, and charts are drawn all the same.
addEventListener("load", () => {
  requestAnimationFrame(() => setTimeout(begin));
  setTimeout(begin, 500);
});
