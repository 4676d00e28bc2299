// Numbers and times as people read them. Times come as the clocks of the incident's zone show them.
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const calendar = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const dayAndMonth = calendar({ day: "numeric", month: "short" });
const wholeDay = calendar({ day: "numeric", month: "short", year: "numeric" });
const dayAndTime = calendar({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const time = local => Date.parse(local + (local.length > 10 ? "Z" : "T00:00Z"));
const day = local => wholeDay.format(time(local));
const moment = local => dayAndTime.format(time(local));

// Counts of people and of what they did are marked where they are too small to be published.
const isSmall = number => Math.abs(number) < data.minimum && (number !== 0 || data.zeros_are_protected);
const count = number => whole.format(number) + (isSmall(number) ? "†" : "");
const change = number =>
  number === 0 ? "no change" : (number > 0 ? "+" : "−") + whole.format(Math.abs(number)) + (isSmall(number) ? "†" : "");
const percent = (share, digits = 1) => share === null || !isFinite(share) ? "–" : (100 * share).toFixed(digits) + "\u202f%";
const rate = share => percent(share, share !== null && share > 0 && share < .01 ? 2 : 1);
const ratio = (part, base) => base > 0 ? part / base : null;

// Words of the tables in words for people.
const spoken = {
  on_its_way: "on its way", came_back_for_now: "came back for now", failed: "will never arrive",
  not_written_to: "not written to yet", no_address: "no address known", reached: "reached",
  hard_bounced: "came back for good", soft_bounced: "came back for now", too_few: "too few",
  review: "review", pause: "pause", ok: "ok", set_aside: "set aside"
};
const inWords = word => spoken[word] || String(word).replaceAll("_", " ");
const escaped = text => String(text).replace(/[&<>"]/g, sign => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

function made(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  Object.entries(attributes).forEach(([attribute, value]) => element.setAttribute(attribute, value));
  element.append(...content);
  return element;
}
