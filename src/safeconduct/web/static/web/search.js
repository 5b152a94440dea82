// Shows whom a name may mean while it is typed. The name is sent in the body of a POST,
// and nothing is kept: without this script the button does the same.

const form = document.getElementById("search");
const field = document.getElementById("name");
const hits = document.getElementById("hits");
const said = document.getElementById("said");
const lost = document.getElementById("lost");
const PAUSE = 120; // milliseconds without a letter, after which we ask

let waiting; // until the next letter
let asking; // the question that is under way

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const body = new FormData(form);
  body.set("part", "hits");
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
  hits.replaceChildren(...read.body.childNodes);
  const says = hits.querySelector("[data-says], .panel");
  said.textContent = says?.textContent.replace(/\s+/g, " ").trim() ?? "";
}

/** Go from the field into the list and through it, and back with Escape. */
function walk(event) {
  const links = [...hits.querySelectorAll("a")];
  const here = links.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const isOurs = here >= 0 || document.activeElement === field;
  if (event.key === "Escape" && here >= 0) field.focus();
  else if (step && isOurs && !event.isComposing && links.length) {
    event.preventDefault();
    (links[here + step] ?? (here + step < 0 ? field : links.at(-1))).focus();
  }
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  ask();
});
document.addEventListener("keydown", walk);

// Letters that were typed before this script was here.
if (field.value !== field.defaultValue) ask();
