// Has a draft checked while it is typed, and takes one that is dropped. The draft is sent
// in the body of a POST, and nothing is kept: without this script the button does the same.

const form = document.getElementById("draft");
const field = document.getElementById("text");
const file = document.getElementById("file");
const found = document.getElementById("found");
const said = document.getElementById("said");
const lost = document.getElementById("lost");
const PAUSE = 350; // milliseconds without a letter, after which we ask

let waiting; // until the next letter
let asking; // the question that is under way

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const body = new FormData(form);
  body.delete("file");
  body.set("part", "found");
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body,
      signal: asking.signal,
      cache: "no-store",
    });
    if (answer.redirected) return location.reload(); // signed out meanwhile
    show(await answer.text());
    lost.hidden = true;
  } catch (error) {
    lost.hidden = error.name === "AbortError"; // another letter was typed
  }
}

function show(text) {
  const read = new DOMParser().parseFromString(text, "text/html");
  found.replaceChildren(...read.body.childNodes);
  const says = found.querySelector("[data-says]");
  said.textContent = says?.textContent.replace(/\s+/g, " ").trim() ?? "";
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
});
field.addEventListener("dragover", (event) => event.preventDefault());
field.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return; // a piece of text drops by itself
  event.preventDefault();
  file.files = event.dataTransfer.files;
  form.requestSubmit(document.getElementById("check"));
});

// Letters that were typed before this script was here.
if (field.value !== field.defaultValue) ask();
