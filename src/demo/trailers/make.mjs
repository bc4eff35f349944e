// Makes the trailers of the demonstration market: stills of its titles in motion, with a quiet chord below.
// Asks a running demonstration market for stills, draws them in Chromium, and has ffmpeg join them.
//
//   slate serve &                                   (a demonstration market, on port 3000)
//   node src/demo/trailers/make.mjs http://127.0.0.1:3000
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '../../../end2end/node_modules/@playwright/test/index.mjs';

const base = process.argv[2] ?? 'http://127.0.0.1:3000';
const here = dirname(fileURLToPath(import.meta.url));
const [WIDTH, HEIGHT, RATE, SHOT, BLEND] = [640, 360, 24, 3, 0.6];

// Genre by genre: the lowest note of its chord in hertz, and its other notes as ratios.
const GENRES = {
  drama: [110, [1, 1.5, 1.875]],
  thriller: [73.4, [1, 1.189, 1.414]],
  crime: [82.4, [1, 1.189, 1.498]],
  romance: [130.8, [1, 1.26, 1.498]],
  comedy: [146.8, [1, 1.26, 1.682]],
  horror: [55, [1, 1.059, 1.414]],
  'science-fiction': [65.4, [1, 1.498, 2.245]],
  action: [87.3, [1, 1.335, 1.782]],
  family: [164.8, [1, 1.26, 1.498]],
  historical: [98, [1, 1.335, 1.498]],
  fantasy: [123.5, [1, 1.498, 1.888]],
  mystery: [77.8, [1, 1.26, 1.587]],
};

const json = async (path) => (await fetch(base + path)).json();

async function stillsOf(genre) {
  const { hits } = await json(`/api/v1/titles?genre=${genre}&per_page=96`);
  for (const { slug } of hits) {
    const { materials } = await json(`/api/v1/titles/${slug}`);
    const stills = materials.filter(({ kind }) => kind === 'still').map(({ url }) => new URL(url).pathname);
    if (stills.length >= 4) return stills.slice(0, 4);
  }
  throw new Error(`no title of the genre ${genre} has four stills`);
}

const browser = await chromium.launch({ executablePath: process.env.SLATE_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: WIDTH * 2, height: HEIGHT * 2 } });
const work = mkdtempSync(join(tmpdir(), 'trailers-'));
for (const [genre, [note, ratios]] of Object.entries(GENRES)) {
  const inputs = [];
  for (const [number, still] of (await stillsOf(genre)).entries()) {
    const file = join(work, `${genre}-${number}.png`);
    const svg = await (await fetch(base + still)).text();
    await page.setContent(`<body style="margin:0">${svg.replace(/width='\d+' height='\d+'/, `width="${WIDTH * 2}" height="${HEIGHT * 2}"`)}`);
    await page.screenshot({ path: file });
    inputs.push(file);
  }
  const frames = SHOT * RATE;
  const moves = inputs.map((_, n) => {
    // In, across, out, across: each shot moves its own way.
    const zoom = [`1+0.18*on/${frames}`, '1.18', `1.18-0.18*on/${frames}`, '1.15'][n];
    const x = ['iw/2-iw/zoom/2', `(iw-iw/zoom)*on/${frames}`, 'iw/2-iw/zoom/2', `(iw-iw/zoom)*(1-on/${frames})`][n];
    return `[${n}]zoompan=z='${zoom}':x='${x}':y='ih/2-ih/zoom/2':d=${frames}:s=${WIDTH}x${HEIGHT}:fps=${RATE},format=yuv420p[v${n}]`;
  });
  const kinds = ['fade', 'wipeleft', 'fadeblack'];
  let last = 'v0';
  const joins = kinds.map((kind, n) => {
    const into = n === kinds.length - 1 ? 'joined' : `j${n}`;
    const line = `[${last}][v${n + 1}]xfade=${kind}:duration=${BLEND}:offset=${(SHOT - BLEND) * (n + 1)}[${into}]`;
    last = into;
    return line;
  });
  const seconds = SHOT * 4 - BLEND * 3;
  const chord = ratios.map((ratio, n) => `0.05*sin(2*PI*${(note * ratio).toFixed(2)}*t)*(0.7+0.3*sin(2*PI*0.${n + 2}*t))`).join('+');
  const out = join(here, `${genre}.mp4`);
  execFileSync('ffmpeg', [
    '-y', '-loglevel', 'error',
    ...inputs.flatMap((file) => ['-i', file]),
    '-f', 'lavfi', '-t', String(seconds), '-i', `aevalsrc='${chord}':s=32000`,
    '-filter_complex', [...moves, ...joins, `[joined]fade=in:st=0:d=0.8,fade=out:st=${seconds - 1}:d=1[video]`, `[4]afade=in:st=0:d=1,afade=out:st=${seconds - 1.5}:d=1.5[sound]`].join(';'),
    '-map', '[video]', '-map', '[sound]', '-t', String(seconds),
    '-c:v', 'libx264', '-profile:v', 'main', '-pix_fmt', 'yuv420p', '-crf', '33', '-preset', 'veryslow',
    '-c:a', 'aac', '-ac', '1', '-b:a', '40k', '-movflags', '+faststart', '-map_metadata', '-1', '-fflags', '+bitexact', out,
  ]);
  console.log(`${genre}: ${(statSync(out).size / 1024).toFixed(0)} KB, ${seconds} s`);
}
await browser.close();
rmSync(work, { recursive: true });
