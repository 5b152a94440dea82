// Asks the page's own script the questions that come in as JSON, and prints answers.
// Argument: the script. Input: {"files": {path: base64}, "questions": [...]}.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const script = await import(pathToFileURL(process.argv[2]));
const { files, questions } = JSON.parse(readFileSync(0, "utf8"));

async function fetchTile(path) {
  return path in files ? new Uint8Array(Buffer.from(files[path], "base64")) : null;
}

async function answer({ ask, ...given }) {
  try {
    if (ask === "compare") {
      return await script.compare(script.read(given.seen), script.read(given.shown), fetchTile);
    }
    if (ask === "signed") return await script.isSigned(given.note, given.vkey);
    if (ask === "path") return script.tilePath(given.level, given.index, given.width);
    return script.read(given.note).size;
  } catch (error) {
    return `error: ${error.message}`;
  }
}

const answers = [];
for (const question of questions) answers.push(await answer(question));
process.stdout.write(JSON.stringify(answers));
