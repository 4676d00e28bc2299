// On paper: all charts at once, in light colours and as wide as the columns of the sheet.
addEventListener("beforeprint", () => {
  page.classList.add("printing");
  loadCharts();
  fillAll();
});
addEventListener("afterprint", () => {
  page.classList.remove("printing");
  fillAll();
});
