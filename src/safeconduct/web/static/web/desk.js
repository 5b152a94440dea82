// Decides by keyboard: a, c, r decide, j and k go on and back, ? lists the keys. Every
// key presses a button or a link that is on the page, so without this script nothing
// is lost.

const form = document.getElementById("form");
const help = document.getElementById("help");
const keys = document.getElementById("keys");
const single = document.getElementById("single");
const told = document.getElementById("told");
const OFF = "desk-keys-off"; // in the browser's own storage; it says nothing of a case

let begun; // the verdict that Ctrl+Enter will send

const button = (verdict) => form?.querySelector(`button[value="${verdict}"]`);

function begin(verdict, field) {
  if (!field || !button(verdict)) return;
  begun = verdict;
  field.focus();
  told.textContent = `${button(verdict).textContent.trim()}: Ctrl+Enter`;
}

const DOES = {
  a: () => button("accept")?.click(),
  c() {
    const right = document.getElementById("correct");
    if (right) right.open = true;
    begin("correct", right?.querySelector("input, select"));
  },
  r: () => begin("refuse", form?.querySelector("textarea")),
  j: () => document.querySelector('a[rel="next"]')?.click(),
  k: () => document.querySelector('a[rel="prev"]')?.click(),
  "?": () => keys?.showModal(),
};

const isTyping = (where) => where.matches?.("input, select, textarea, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.isComposing || keys?.open) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && begun) {
    event.preventDefault();
    button(begun)?.click();
  } else if (event.key === "Escape" && isTyping(event.target)) {
    event.target.blur();
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
    const act = single?.checked === false ? undefined : DOES[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
});

if (form) {
  help.hidden = false;
  help.addEventListener("click", () => keys.showModal());
  single.checked = localStorage.getItem(OFF) === null;
  single.addEventListener("change", () => {
    if (single.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });
}
