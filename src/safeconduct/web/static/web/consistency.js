// Does the log that is published now contain the one that was seen before?
//
// C2SP tlog-checkpoint and tlog-tiles, RFC 6962 hashing, with the browser's WebCrypto.
// The first `before` entries are covered by perfect subtrees, and so are those that
// came since. One set of hashes must give both roots: the old one from the first part,
// the new one from all of it. Whoever can do that with another log has broken SHA-256.
//
// A hash is a Uint8Array of 32 bytes; a subtree is {level, index}, over the entries
// from index * 2**level up to (index + 1) * 2**level. Numbers stay below 2**53, so
// there are divisions here where other programs shift bits.

const HASH = 32;
const WIDTH = 256;
const HEIGHT = 8;
const ED25519_NOTE = 1;

const CHECKPOINT =
  /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n\n((?:— [^\n]+\n)+)$/u;

/** Read a checkpoint, without believing it; throws when it is none. */
export function read(note) {
  const found = CHECKPOINT.exec(note);
  if (!found || !Number.isSafeInteger(Number(found[2]))) throw new Error("no checkpoint");
  const [, origin, size, root, lines] = found;
  return { origin, size: Number(size), root: fromBase64(root), lines };
}

/**
 * Tell whether the log's key signed a checkpoint: true, false, or null where the
 * browser knows no Ed25519.
 */
export async function isSigned(note, vkey) {
  const [name, id, encoded] = split(vkey);
  const key = fromBase64(encoded);
  if (key.length !== 1 + HASH || key[0] !== ED25519_NOTE) return false;
  const text = new TextEncoder().encode(note.slice(0, note.lastIndexOf("\n\n") + 1));
  let verifier;
  try {
    const kind = { name: "Ed25519" };
    verifier = await crypto.subtle.importKey("raw", key.slice(1), kind, false, ["verify"]);
  } catch {
    return null;
  }
  const ours = read(note).lines.split("\n").filter((line) => line.startsWith(`— ${name} `));
  for (const line of ours) {
    const signed = fromBase64(line.slice(`— ${name} `.length));
    if (toHex(signed.slice(0, 4)) !== id) continue;
    return crypto.subtle.verify("Ed25519", verifier, signed.slice(4), text);
  }
  return false;
}

/**
 * Compare what was seen with what is shown: "same", "grown", "smaller" or "forked".
 *
 * `fetchTile(path)` gives the bytes of a published file, or null.
 */
export async function compare(seen, shown, fetchTile) {
  if (seen.origin !== shown.origin) return "forked";
  if (shown.size < seen.size) return "smaller";
  const node = reader(shown.size, fetchTile);
  const range = [];
  await grow(range, cover(0, seen.size), node);
  if (!equal(await rootOf(range), seen.root)) return "forked";
  await grow(range, cover(seen.size, shown.size), node);
  if (!equal(await rootOf(range), shown.root)) return "forked";
  return seen.size === shown.size ? "same" : "grown";
}

/** List the perfect subtrees that cover the entries from `start` up to `end`. */
export function cover(start, end) {
  const parts = [];
  for (let at = start; at < end; ) {
    let level = 0;
    let width = 1;
    while (at % (2 * width) === 0 && at + 2 * width <= end) {
      level += 1;
      width *= 2;
    }
    parts.push({ level, index: at / width });
    at += width;
  }
  return parts;
}

/** Name the file of a tile. */
export function tilePath(level, index, width) {
  let name = String(index % 1000).padStart(3, "0");
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    name = `x${String(rest % 1000).padStart(3, "0")}/${name}`;
  }
  return `tile/${level}/${name}${width === WIDTH ? "" : `.p/${width}`}`;
}

/** Read roots of subtrees from the tiles of a log of `size` entries. */
function reader(size, fetchTile) {
  const kept = new Map();

  async function tile(level, index) {
    const width = Math.min(WIDTH, Math.floor(size / WIDTH ** level) - index * WIDTH);
    const path = tilePath(level, index, width);
    if (!kept.has(path)) {
      // A log may drop a partial tile once the full one is there.
      const found = (await fetchTile(path)) ?? (await fetchTile(tilePath(level, index, WIDTH)));
      if (!found || found.length < width * HASH) throw new Error(`${path} is missing`);
      kept.set(path, found);
    }
    return kept.get(path);
  }

  return async ({ level, index }) => {
    const width = 2 ** (level % HEIGHT); // hashes in the tile
    const first = index * width;
    const content = await tile(Math.floor(level / HEIGHT), Math.floor(first / WIDTH));
    const at = (first % WIDTH) * HASH;
    let row = [];
    for (let i = 0; i < width; i += 1) {
      row.push(content.slice(at + i * HASH, at + (i + 1) * HASH));
    }
    while (row.length > 1) {
      const pairs = row.filter((_, i) => i % 2 === 0).map((left, i) => [left, row[2 * i + 1]]);
      row = await Promise.all(pairs.map(([left, right]) => nodeHash(left, right)));
    }
    return row[0];
  };
}

/** Append subtrees to a range of them, largest first, as one adds binary numbers. */
async function grow(range, parts, node) {
  for (const part of parts) {
    let hash = await node(part);
    for (let index = part.index; index % 2 === 1; index = (index - 1) / 2) {
      hash = await nodeHash(range.pop(), hash);
    }
    range.push(hash);
  }
}

async function rootOf(range) {
  if (range.length === 0) return digest(new Uint8Array());
  let hash = range[range.length - 1];
  for (let i = range.length - 2; i >= 0; i -= 1) hash = await nodeHash(range[i], hash);
  return hash;
}

function nodeHash(left, right) {
  const content = new Uint8Array(1 + 2 * HASH);
  content.set([1]);
  content.set(left, 1);
  content.set(right, 1 + HASH);
  return digest(content);
}

async function digest(content) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", content));
}

function split(vkey) {
  const [name, id, ...rest] = vkey.trim().split("+");
  return [name, id, rest.join("+")]; // base64 has plus signs of its own
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function equal(one, other) {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
