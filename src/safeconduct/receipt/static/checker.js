// Checks a receipt of the log in the browser: nothing is sent anywhere.
//
// The formats are told in ledger/slip.py (receipt), C2SP tlog-proof, tlog-policy,
// tlog-checkpoint, signed-note and tlog-cosignature. SHA-256 and Ed25519 are those of
// WebCrypto. A browser without them is told so, and nothing is said of the receipt.
"use strict";
(() => {
  const LOG = 1;
  const WITNESS = 4;
  const LOCATOR = 42; // bytes
  const MOST_SIGNATURES = 100; // the limit of x/mod
  const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  const HEADER = "c2sp.org/tlog-proof@v1";
  const STEPS = ["form", "policy", "log", "place", "witnesses"];

  // The receipt proves nothing; `step` is where that was found, `why` a text's name.
  class Refused extends Error {
    constructor(step, why, values = {}) {
      super(why);
      this.step = step;
      this.why = why;
      this.values = values;
    }
  }

  // Bytes

  const utf8 = new TextEncoder();

  function join(...parts) {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  function same(one, other) {
    return one.length === other.length && one.every((byte, at) => byte === other[at]);
  }

  function toHex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function fromHex(text) {
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  }

  function toBase64(bytes) {
    return btoa(String.fromCharCode(...bytes));
  }

  // One value has one spelling; null for every other.
  function fromBase64(text) {
    try {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      return bytes.length && toBase64(bytes) === text ? bytes : null;
    } catch {
      return null;
    }
  }

  // RFC 9285; null where it is none.
  function fromBase45(text) {
    const bytes = [];
    for (let at = 0; at < text.length; at += 3) {
      const values = Array.from(text.slice(at, at + 3), (one) => LETTERS.indexOf(one));
      const number = values.reduceRight((sum, value) => sum * 45 + value, 0);
      const width = values.length - 1;
      if (!width || values.includes(-1) || number >= 256 ** width) return null;
      if (width === 2) bytes.push(number >> 8);
      bytes.push(number & 255);
    }
    return Uint8Array.from(bytes);
  }

  function toInt(bytes) {
    return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  }

  // A decimal number in its one spelling that is exact here; null for every other.
  function fromDecimal(text) {
    const number = Number(text);
    const right = /^(0|[1-9][0-9]{0,15})$/.test(text) && Number.isSafeInteger(number);
    return right ? number : null;
  }

  // Hashes and signatures

  async function sha256(bytes) {
    return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  }

  const leaf = (entry) => sha256(join([0], entry));
  const node = (left, right) => sha256(join([1], left, right));

  async function isSigned(key, message, signature) {
    if (signature.length !== 64) return false;
    try {
      const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, [
        "verify",
      ]);
      return await crypto.subtle.verify("Ed25519", imported, signature, message);
    } catch {
      return false; // no point on the curve
    }
  }

  // RFC 8032, section 7.1, test 2: a browser that cannot tell right from wrong here
  // must not be asked.
  async function findLack() {
    if (!globalThis.crypto?.subtle) return "no_crypto";
    const key = fromHex(
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    );
    const signature = fromHex(
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da" +
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    );
    const right = await isSigned(key, Uint8Array.of(0x72), signature);
    const wrong = await isSigned(key, Uint8Array.of(0x73), signature);
    return right && !wrong ? null : "no_ed25519";
  }

  // Trees, RFC 6962, section 2.1

  function split(size) {
    let left = 1;
    while (left * 2 < size) left *= 2;
    return left;
  }

  function steps(index, size) {
    if (size === 1) return 0;
    const left = split(size);
    if (index < left) return 1 + steps(index, left);
    return 1 + steps(index - left, size - left);
  }

  async function climb(index, size, below, path) {
    if (size === 1) return below;
    const left = split(size);
    const rest = path.slice(0, -1);
    const beside = path[path.length - 1];
    if (index < left) return node(await climb(index, left, below, rest), beside);
    return node(beside, await climb(index - left, size - left, below, rest));
  }

  // Policies, C2SP tlog-policy

  async function readPolicy(text) {
    const policy = { logs: [], witnesses: [], groups: [], quorum: null };
    const refuse = (line) => {
      throw new Refused("policy", "bad_policy", { line });
    };
    if (/[\x00-\x08\x0b-\x1f\x7f]/.test(text)) refuse(0);
    const lines = text.split("\n");
    for (const [at, line] of lines.entries()) {
      const words = line.replace(/^[ \t]+|[ \t]+$/g, "").split(/[ \t]+/);
      if (words[0] === "" || words[0].startsWith("#")) continue;
      if (!(await takeLine(policy, words))) refuse(at + 1);
    }
    if (policy.quorum === null) throw new Refused("policy", "no_quorum");
    return policy;
  }

  async function takeLine(policy, [kind, ...words]) {
    if (kind === "log" && [1, 2].includes(words.length)) {
      return addKey(policy.logs, await readKey(words[0], LOG));
    }
    const known = [...policy.witnesses, ...policy.groups].map((one) => one.called);
    const fresh = words[0] !== "none" && !known.includes(words[0]);
    if (kind === "witness" && [2, 3].includes(words.length) && fresh) {
      const key = await readKey(words[1], WITNESS);
      return addKey(policy.witnesses, key && { ...key, called: words[0] });
    }
    if (kind === "group" && words.length > 2 && fresh) {
      return addGroup(policy, known, words);
    }
    const quorum = kind === "quorum" && words.length === 1 && policy.quorum === null;
    if (!quorum || ![...known, "none"].includes(words[0])) return false;
    policy.quorum = words[0];
    return true;
  }

  function addKey(keys, key) {
    if (!key || keys.some((other) => same(other.key, key.key))) return false;
    keys.push(key);
    return true;
  }

  function addGroup(policy, known, [called, threshold, ...members]) {
    const taken = policy.groups.flatMap((group) => group.members);
    const once = new Set([...taken, ...members]).size === taken.length + members.length;
    const named = { any: 1, all: members.length };
    const count = Object.hasOwn(named, threshold)
      ? named[threshold]
      : fromDecimal(threshold);
    const possible = count >= 1 && count <= members.length;
    if (!once || !possible || !members.every((one) => known.includes(one))) return false;
    policy.groups.push({ called, count, members });
    return true;
  }

  async function readKey(vkey, algorithm) {
    const parts = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey);
    const bytes = parts && fromBase64(parts[3]);
    if (!bytes || bytes.length !== 33 || bytes[0] !== algorithm) return null;
    const digest = await sha256(join(utf8.encode(`${parts[1]}\n`), bytes));
    if (toHex(digest.slice(0, 4)) !== parts[2]) return null;
    const fingerprint = toHex(digest.slice(0, 16)).match(/..../g).join(" ");
    return { name: parts[1], id: parts[2], key: bytes.slice(1), fingerprint };
  }

  function isMet(policy, names) {
    const seen = new Set(["none", ...names]);
    for (const group of policy.groups) {
      const there = group.members.filter((member) => seen.has(member)).length;
      if (there >= group.count) seen.add(group.called);
    }
    return seen.has(policy.quorum);
  }

  // Receipts, in the spelling they came in

  // Base45 has a space among its letters, and pasting eats spaces at both ends.
  function* spellings(pasted) {
    const text = pasted.replace(/^[\r\n\t]+|[\r\n\t]+$/g, "");
    const together = text.replace(/\s/g, "");
    if (/^([0-9a-f]{2})+$/.test(together)) yield fromHex(together);
    const bare = text.replace(/^ +| +$/g, "");
    for (const one of [text, bare, ` ${bare}`, `${bare} `, ` ${bare} `]) {
      const bytes = fromBase45(one);
      if (bytes?.length) yield bytes;
    }
  }

  function readSlip(pasted) {
    for (const slip of spellings(pasted)) {
      if (slip[0] !== 1) continue;
      if (slip.length === LOCATOR) return { locator: slip };
      const found = takeReceipt(slip);
      if (found) return found;
    }
    throw new Refused("form", "no_receipt");
  }

  function takeReceipt(slip) {
    const [index, size] = [toInt(slip.slice(5, 10)), toInt(slip.slice(10, 15))];
    if (slip.length < 47 || index >= size) return null;
    const signedAt = 47 + 32 * steps(index, size);
    const rest = slip.length - signedAt - 64;
    if (rest < 0 || rest % 76 || rest / 76 >= MOST_SIGNATURES) return null;
    const path = [];
    for (let at = 47; at < signedAt; at += 32) path.push(slip.slice(at, at + 32));
    const cosignatures = [];
    for (let at = signedAt + 64; at < slip.length; at += 76) {
      const line = { id: toHex(slip.slice(at, at + 4)), signed: slip.slice(at + 4, at + 76) };
      if (line.signed[0] > 127) return null; // a time of 2**63 and more
      cosignatures.push(line);
    }
    return {
      log: toHex(slip.slice(1, 5)),
      index,
      size,
      entry: join([1], slip.slice(15, 47)),
      path,
      signature: slip.slice(signedAt, signedAt + 64),
      cosignatures,
    };
  }

  function findKey(keys, id) {
    const found = keys.filter((key) => key.id === id);
    if (found.length === 1) return found[0];
    throw new Refused("policy", "unknown_key", { id });
  }

  // Writes the receipt of a slip out: names from the policy, the root from the path.
  async function expand(slip, policy) {
    const log = findKey(policy.logs, slip.log);
    const root = await climb(slip.index, slip.size, await leaf(slip.entry), slip.path);
    const lines = [{ name: log.name, id: log.id, signed: slip.signature }];
    for (const { id, signed } of slip.cosignatures) {
      lines.push({ name: findKey(policy.witnesses, id).name, id, signed });
    }
    const text = `${log.name}\n${slip.size}\n${toBase64(root)}\n`;
    return { ...slip, text, lines };
  }

  // A proof file of C2SP; the entry stands in its `extra`, or is given beside.
  function readProof(content) {
    const refuse = () => {
      throw new Refused("form", "no_proof");
    };
    const end = content.indexOf("\n\n");
    const head = content.slice(0, end).split("\n");
    if (end < 0 || head.shift() !== HEADER) refuse();
    let entry = null;
    if (head[0]?.startsWith("extra ")) {
      entry = fromBase64(head.shift().slice(6));
      if (!entry) refuse();
    }
    const index = fromDecimal(head.shift()?.replace(/^index /, "") ?? "");
    const path = head.map(fromBase64);
    if (index === null || path.length > 63) refuse();
    if (path.some((hash) => hash?.length !== 32)) refuse();
    if (!entry) throw new Refused("form", "no_entry");
    return { index, path, entry, ...readNote(content.slice(end + 2), refuse) };
  }

  function readNote(note, refuse) {
    const end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n") || /[\x00-\x09\x0b-\x1f]/.test(note)) refuse();
    const text = note.slice(0, end + 1);
    const lines = note.slice(end + 2, -1).split("\n").map(readLine);
    if (lines.includes(null) || lines.length > MOST_SIGNATURES) refuse();
    return { text, lines };
  }

  function readLine(line) {
    const parts = /^— ([^\s+]+) (\S+)$/.exec(line);
    const bytes = parts && fromBase64(parts[2]);
    if (!bytes) return null;
    return { name: parts[1], id: toHex(bytes.slice(0, 4)), signed: bytes.slice(4) };
  }

  function readCheckpoint(text) {
    const [origin, decimal, encoded, end, ...more] = text.split("\n");
    const size = fromDecimal(decimal ?? "");
    const root = fromBase64(encoded ?? "");
    if (!origin || size === null || root?.length !== 32 || end !== "" || more.length) {
      throw new Refused("form", "no_checkpoint");
    }
    return { origin, size, root };
  }

  // The question itself

  async function check(pasted, policyText) {
    const isProof = pasted.startsWith("c2sp.org/tlog-proof@");
    const slip = isProof ? readProof(pasted) : readSlip(pasted);
    if (slip.locator) throw new Refused("form", "is_locator", { locator: slip.locator });
    const policy = await readPolicy(policyText);
    const proof = isProof ? slip : await expand(slip, policy);
    const state = readCheckpoint(proof.text);
    const log = await demandLog(proof, policy, state.origin);
    await demandPlace(proof, state);
    const witnesses = await findWitnesses(proof, policy);
    const found = { log, index: proof.index, entry: proof.entry, ...state, witnesses };
    if (!isMet(policy, witnesses.map((one) => one.called))) {
      const values = { names: witnesses.map((one) => one.called).join(", ") || "–" };
      throw Object.assign(new Refused("witnesses", "few_witnesses", values), { found });
    }
    return found;
  }

  async function demandLog(proof, policy, origin) {
    const signers = [];
    for (const log of policy.logs) {
      for (const line of proof.lines) {
        if (line.name !== log.name || line.id !== log.id) continue;
        if (!(await isSigned(log.key, utf8.encode(proof.text), line.signed))) {
          throw new Refused("log", "bad_signature");
        }
        signers.push(log);
      }
    }
    if (!signers.length) throw new Refused("log", "no_log");
    if (signers.some((log) => log.name !== origin)) throw new Refused("log", "other_log");
    return signers[0];
  }

  async function demandPlace({ index, entry, path }, { size, root }) {
    const fits = index < size && path.length === steps(index, size);
    if (!fits || !same(await climb(index, size, await leaf(entry), path), root)) {
      throw new Refused("place", "other_place");
    }
  }

  // Of two lines by one witness the earlier counts; one that does not verify, never.
  async function findWitnesses(proof, policy) {
    const found = [];
    for (const witness of policy.witnesses) {
      const times = [];
      for (const line of proof.lines) {
        if (line.name !== witness.name || line.id !== witness.id) continue;
        const time = await readTime(witness, proof.text, line.signed);
        if (time !== null) times.push(time);
      }
      if (times.length) {
        found.push({ ...witness, time: times.reduce((a, b) => (b < a ? b : a)) });
      }
    }
    return found;
  }

  async function readTime(witness, text, signed) {
    if (signed.length !== 72 || signed[0] > 127) return null;
    const time = new DataView(signed.buffer, signed.byteOffset).getBigUint64(0);
    const message = utf8.encode(`cosignature/v1\ntime ${time}\n${text}`);
    return (await isSigned(witness.key, message, signed.slice(8))) ? time : null;
  }

  // The page

  const page = document.getElementById("checker");
  const at = (name) => page.querySelector(`[data-is="${name}"]`);
  const words = JSON.parse(at("words").textContent);
  let language = page.dataset.language;
  let shown = null; // how to draw what stands in the result, after a change of language

  function say(key, values = {}) {
    const text = words[language][key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  function speak(chosen) {
    language = chosen;
    page.lang = chosen;
    if (page.dataset.alone !== undefined) {
      document.documentElement.lang = chosen;
      document.title = say("title");
    }
    for (const element of page.querySelectorAll("[data-say]")) {
      element.textContent = say(element.dataset.say);
    }
    shown?.();
  }

  function element(name, text, kind) {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  // The place of the answer: `state` is valid, invalid, unknown, or busy.
  function show(state, title, ...content) {
    const result = at("result");
    result.dataset.state = state;
    result.replaceChildren(element("h2", title), ...content);
    result.hidden = false;
  }

  function told(rows) {
    const list = document.createElement("dl");
    for (const [name, value] of rows) {
      list.append(element("dt", name), element("dd", value));
    }
    return list;
  }

  function time(seconds) {
    const date = new Date(Number(seconds) * 1000);
    if (Number.isNaN(date.getTime())) return say("seconds", { seconds });
    return `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
  }

  function progress(failed) {
    const list = document.createElement("ol");
    const until = failed === null ? STEPS.length : STEPS.indexOf(failed);
    for (const [place, step] of STEPS.entries()) {
      const state = place < until ? "passed" : place === until ? "failed" : "open";
      const mark = { passed: "✓ ", failed: "✕ ", open: "– " }[state];
      const line = element("li", mark + say(`step_${step}`), state);
      line.append(element("span", ` (${say(state)})`));
      list.append(line);
    }
    return list;
  }

  function details(found) {
    return told([
      [say("log"), found.origin],
      [say("fingerprint"), found.log.fingerprint],
      [say("entry"), `${found.index}`],
      [say("size"), `${found.size}`],
      ...found.witnesses.map((one) => [
        say("cosigned", { name: one.called }),
        time(one.time),
      ]),
    ]);
  }

  function showValid(found) {
    const warning = found.witnesses.length ? [] : [element("p", say("no_witness"))];
    show(
      "valid",
      say("valid"),
      element("p", say("valid_says", { index: found.index, origin: found.origin })),
      ...warning,
      details(found),
      progress(null),
    );
  }

  function showRefused(refused) {
    const why = element("p", say(refused.why, refused.values));
    const known = refused.found ? [details(refused.found)] : [];
    show("invalid", say("invalid"), why, ...known, progress(refused.step));
  }

  function showLocator(locator) {
    const content = [element("p", say("is_locator"))];
    content.push(told([[say("entry"), `${toInt(locator.slice(5, 10))}`]]));
    if (page.dataset.redeem) {
      const button = element("button", say("redeem"), "button");
      button.type = "button";
      button.addEventListener("click", () => redeem(locator));
      content.push(button);
    }
    show("unknown", say("unproved"), ...content);
  }

  async function redeem(locator) {
    const body = new URLSearchParams({ locator: toHex(locator) });
    let answer;
    try {
      answer = await fetch(page.dataset.redeem, { method: "POST", body });
    } catch {
      draw(() => show("unknown", say("unproved"), element("p", say("offline"))));
      return;
    }
    const text = await answer.text();
    const slip = answer.ok ? fromBase45(text) : null;
    if (slip === null) {
      const why = { 404: "not_there", 409: "not_yet" }[answer.status] ?? "offline";
      draw(() => show("unknown", say("unproved"), element("p", say(why))));
      return;
    }
    // The house may answer with the proof of something else: it must be this entry's.
    const is = join(slip.slice(0, 10), slip.slice(15, 47));
    if (!same(is, locator)) {
      draw(() => showRefused(new Refused("form", "other_entry")));
      return;
    }
    at("code").value = text;
    await answerQuestion();
  }

  function draw(how) {
    shown = how;
    how();
  }

  async function answerQuestion() {
    draw(() => show("busy", say("busy")));
    const lack = await findLack();
    if (lack !== null) {
      draw(() => show("unknown", say("cannot"), element("p", say(lack))));
      return;
    }
    try {
      const found = await check(at("code").value, at("policy").value);
      draw(() => showValid(found));
    } catch (error) {
      if (!(error instanceof Refused)) {
        draw(() => show("unknown", say("cannot"), element("p", say("fault"))));
        throw error;
      }
      if (error.why === "is_locator") draw(() => showLocator(error.values.locator));
      else draw(() => showRefused(error));
    }
  }

  // Pictures, where the browser reads codes by itself

  async function readsCodes() {
    if (!("BarcodeDetector" in globalThis)) return false;
    try {
      return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
    } catch {
      return false;
    }
  }

  // Of several codes the longest: the larger one is the proof.
  async function detect(picture) {
    const found = await new BarcodeDetector({ formats: ["qr_code"] }).detect(picture);
    const texts = found.map((one) => one.rawValue);
    return texts.reduce((long, one) => (one.length > long.length ? one : long), "");
  }

  async function takePicture(file) {
    let text = "";
    try {
      text = await detect(await createImageBitmap(file));
    } catch {
      // no picture, or none that can be read: the same as one without a code
    }
    if (text === "") {
      draw(() => show("unknown", say("cannot"), element("p", say("no_code"))));
      return;
    }
    at("code").value = text;
    await answerQuestion();
  }

  async function watch() {
    const video = at("video");
    let stream;
    try {
      const back = { video: { facingMode: "environment" } };
      stream = await navigator.mediaDevices.getUserMedia(back);
    } catch {
      draw(() => show("unknown", say("cannot"), element("p", say("no_camera"))));
      return;
    }
    video.srcObject = stream;
    video.hidden = false;
    await video.play();
    const stop = () => {
      for (const track of stream.getTracks()) track.stop();
      video.hidden = true;
    };
    const look = async () => {
      const text = await detect(video).catch(() => "");
      if (text.length <= 2 * LOCATOR) return requestAnimationFrame(look);
      stop();
      at("code").value = text;
      return answerQuestion();
    };
    requestAnimationFrame(look);
  }

  // Beginning

  async function begin() {
    at("form").addEventListener("submit", (event) => {
      event.preventDefault();
      answerQuestion();
    });
    at("language").addEventListener("change", (event) => speak(event.target.value));
    at("file").addEventListener("change", async (event) => {
      const [file] = event.target.files;
      if (file) at("code").value = await file.text();
    });
    at("policy-file").addEventListener("change", async (event) => {
      const [file] = event.target.files;
      if (file) at("policy").value = await file.text();
    });
    at("main").hidden = false;
    if (await readsCodes()) {
      at("pictures").hidden = false;
      at("camera").hidden = !navigator.mediaDevices?.getUserMedia;
      at("picture").addEventListener("change", (event) => {
        const [file] = event.target.files;
        if (file) takePicture(file);
      });
      at("camera").addEventListener("click", watch);
    }
  }

  speak(language);
  begin();
})();
