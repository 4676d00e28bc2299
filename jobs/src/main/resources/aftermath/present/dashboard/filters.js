// What is chosen. A filter may be there several times and is the same everywhere.
const chosen = {};
const listeners = [];
const kept = "aftermath-dashboard-" + location.pathname;

// While the page is served, what was chosen outlives a reload.
function remembered() {
  try { return JSON.parse(sessionStorage.getItem(kept)) || {}; } catch { return {}; }
}

function choose(name, value) {
  chosen[name] = value;
  try { sessionStorage.setItem(kept, JSON.stringify(chosen)); } catch { /* A file may not keep anything. */ }
  document.querySelectorAll(`select[data-filter="${name}"]`).forEach(select => { select.value = value; });
  document.querySelectorAll(`fieldset[data-filter="${name}"] input`).forEach(input => { input.checked = input.value === value; });
  listeners.forEach(listen => listen(name));
}

// A choice is a value and its words. With one choice there is nothing to choose.
function offer(name, choices) {
  const before = remembered()[name];
  chosen[name] = choices.some(([value]) => value === before) ? before : (choices[0] || [""])[0];
  document.querySelectorAll(`select[data-filter="${name}"]`).forEach(select => {
    select.append(...choices.map(([value, words]) => made("option", { value }, words)));
    select.value = chosen[name];
    select.disabled = choices.length < 2;
    select.addEventListener("change", () => choose(name, select.value));
  });
  document.querySelectorAll(`fieldset[data-filter="${name}"]`).forEach((fieldset, at) =>
    fieldset.append(...choices.map(([value, words]) => {
      const input = made("input", { type: "radio", name: name + at, value });
      input.checked = value === chosen[name];
      input.addEventListener("change", () => choose(name, value));
      return made("label", {}, input, words);
    })));
}
