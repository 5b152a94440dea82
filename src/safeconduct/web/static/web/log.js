// The front page of the log: keeps the last checkpoint this browser saw, and checks at
// each visit that the one shown now contains it. Nothing is sent anywhere.

import { compare, isSigned, read } from "./consistency.js";

const place = document.getElementById("since");
const note = document.getElementById("checkpoint")?.textContent;
const vkey = document.getElementById("vkey")?.textContent.trim();

/** Show one of the sentences that stand ready in the page, in its language. */
function say(what, filled = {}) {
  for (const sentence of place.querySelectorAll("[data-says]")) {
    sentence.hidden = sentence.dataset.says !== what;
    for (const blank of sentence.querySelectorAll("[data-blank]")) {
      blank.textContent = filled[blank.dataset.blank] ?? "";
    }
  }
}

async function fetchTile(path) {
  const answer = await fetch(new URL(path, new URL(place.dataset.log, location.href)));
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}

function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null; // not ours, or a browser that keeps nothing
  }
}

async function look() {
  const shown = read(note);
  const name = `safeconduct-log ${shown.origin}`;
  const before = kept(name);
  const keep = () =>
    localStorage.setItem(name, JSON.stringify({ note, vkey, at: new Date().toISOString() }));
  if ((await isSigned(note, vkey)) === false) return say("unsigned");
  if (!before?.note) {
    keep();
    return say("first", { size: shown.size });
  }
  const filled = { size: shown.size, at: before.at?.slice(0, 10) };
  if (before.vkey !== vkey) return say("key", filled);
  const seen = read(before.note);
  const found = await compare(seen, shown, fetchTile);
  if (found === "same" || found === "grown") keep(); // evidence is never overwritten
  return say(found, { ...filled, before: seen.size, kept: before.note });
}

if (place && note) {
  if (globalThis.crypto?.subtle) {
    say("looking");
    look().catch(() => say("unable"));
  } else {
    say("unable"); // WebCrypto needs HTTPS, or this very machine
  }
}
