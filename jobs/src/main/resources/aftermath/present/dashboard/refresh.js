// While it is served, the page asks whether it is still the newest.
const news = document.getElementById("news");
const isServed = location.protocol.startsWith("http");
const isUnused = () => [document.body, null].includes(document.activeElement) && !document.querySelector("details[open]") && tip.hidden;

function tell(words, ...more) {
  if (news.textContent.startsWith(words)) return;
  news.replaceChildren(made("div", {}, words, ...more));
}

async function ask() {
  if (document.hidden) return;
  try {
    const answer = await fetch("/version", { cache: "no-store" });
    // Tables that are being written may not be readable for a moment.
    if (!answer.ok) return;
    const { stamp } = await answer.json();
    if (stamp === data.stamp) return news.replaceChildren();
    if (isUnused()) return location.reload();
    // Who is reading or choosing is not interrupted.
    const button = made("button", { type: "button", class: "plain" }, "Show them");
    button.addEventListener("click", () => location.reload());
    tell("There are newer figures.", button);
  } catch {
    tell("The dashboard is no longer served; the figures are as of then.");
  }
}

if (isServed) setInterval(ask, 4000);
