#!/usr/bin/env node
// .ci/compress.mjs FOLDER: puts FILE.br and FILE.gz beside every static file that gains by it.
import { readdirSync, readFileSync, statSync, writeFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const WORTH_IT = new Set(['.css', '.html', '.ico', '.js', '.json', '.map', '.mjs', '.svg', '.txt', '.wasm', '.webmanifest', '.xml']);
const SMALLEST = 256; // bytes; below, the header of the answer weighs more than what is saved

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.isFile()) yield path;
  }
}

async function compress(path) {
  const bytes = readFileSync(path);
  const encoded = await Promise.all([
    brotli(bytes, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: zlib.constants.BROTLI_MAX_QUALITY,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    gzip(bytes, { level: 9 }),
  ]);
  for (const [i, suffix] of ['.br', '.gz'].entries()) {
    if (encoded[i].length < bytes.length) writeFileSync(path + suffix, encoded[i]);
    else rmSync(path + suffix, { force: true });
  }
  return [bytes.length, encoded[0].length];
}

const folder = process.argv[2];
if (!folder) {
  console.error('usage: .ci/compress.mjs FOLDER');
  process.exit(2);
}
const worth = [...files(folder)].filter((path) => WORTH_IT.has(extname(path)) && statSync(path).size >= SMALLEST);
const sums = await Promise.all(worth.map(compress));
const kilobytes = (column) => (sums.reduce((sum, sizes) => sum + sizes[column], 0) / 1000).toFixed(1);
console.log(`${worth.length} files, ${kilobytes(0)} KB, with brotli ${kilobytes(1)} KB`);
