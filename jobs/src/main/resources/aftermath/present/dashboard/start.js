// Words and tables first; the library of charts becomes a script once they are painted.
function loadCharts() {
  if (window.echarts) return;
  const script = made("script");
  script.textContent = document.getElementById("charts").textContent;
  document.head.append(script);
}

document.querySelectorAll(".key").forEach(key => addAbout(key, key.querySelector(".label").textContent));
document.querySelectorAll(".card").forEach(addCard);
addEventListener("load", () => requestAnimationFrame(() => setTimeout(() => {
  loadCharts();
  cards.forEach(draw);
  page.classList.add("drawn");
})));
