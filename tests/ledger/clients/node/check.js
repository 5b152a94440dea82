// The package @sigstore/verify, on our checkpoint and receipt.
//
// Usage: node check.js NODE_MODULES FOLDER
//
// Its modules for checkpoints and trees are not exported at the top, so they are
// required by path, and the version is pinned (../__main__.py).
'use strict';

const { createPublicKey } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const [modules, folder] = process.argv.slice(2);
const { verifyCheckpoint } = require(join(modules, '@sigstore/verify/dist/tlog/checkpoint.js'));
const { verifyMerkleInclusion } = require(join(modules, '@sigstore/verify/dist/tlog/merkle.js'));

const ED25519 = Buffer.from('302a300506032b6570032100', 'hex'); // DER before the key, RFC 8410

function readKey(vkey) {
  const name = vkey.slice(0, vkey.indexOf('+'));
  const [id, ...encoded] = vkey.slice(name.length + 1).split('+');
  const key = Buffer.from(encoded.join('+'), 'base64').subarray(1);
  const publicKey = createPublicKey({ key: Buffer.concat([ED25519, key]), format: 'der', type: 'spki' });
  return { baseURL: name, logID: Buffer.from(id, 'hex'), publicKey };
}

function readReceipt(text, body) {
  const parting = text.indexOf('\n\n');
  const [, index, ...path] = text.slice(0, parting).split('\n');
  return {
    canonicalizedBody: body,
    inclusionProof: {
      logIndex: index.slice('index '.length),
      hashes: path.map((hash) => Buffer.from(hash, 'base64')),
      checkpoint: { envelope: text.slice(parting + 2) },
    },
  };
}

const log = readKey(readFileSync(join(folder, 'log.vkey'), 'utf8').trim());
const receipt = readReceipt(
  readFileSync(join(folder, 'receipt.tlog-proof'), 'utf8'),
  readFileSync(join(folder, 'entry')),
);
try {
  const checkpoint = verifyCheckpoint(receipt, [log]);
  console.log(`checkpoint of ${checkpoint.logSize} signed`);
  verifyMerkleInclusion(receipt, checkpoint);
  console.log('receipt verified');
} catch (error) {
  if (error.constructor.name !== 'VerificationError') {
    console.error(error);
    process.exit(3);
  }
  console.log(`refused: ${error.message}`);
  process.exitCode = 1;
}
