// Makes outlines.rs from Natural Earth's 1:110,000,000 and 1:50,000,000 countries (naturalearthdata.com,
// public domain), as the npm package world-atlas 2 hands them out (ISC), in the Equal Earth projection
// (Šavrič, Patterson and Jenny 2018). Countries too small for an outline become a dot where they lie.
//
//   npm install --no-save world-atlas@2 topojson-client@3 d3-geo@3 iso-3166-1@2 && node make.mjs > outlines.rs
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';

const require = createRequire(import.meta.url);
const iso = require('iso-3166-1');
const atlas = (file) => JSON.parse(readFileSync(require.resolve(`world-atlas/${file}`)));
const countries = (topology) => feature(topology, topology.objects.countries).features;

const [WIDTH, HEIGHT] = [1000, 460];
const projection = geoEqualEarth().rotate([-11, 0]).fitExtent([[2, 2], [WIDTH - 2, HEIGHT + 40]], { type: 'Sphere' });
const path = geoPath(projection).digits(0);
// Where Natural Earth has no number of ISO 3166-1.
const named = { Kosovo: 'XK' };
const code = (country) => iso.whereNumeric(String(country.id).padStart(3, '0'))?.alpha2 ?? named[country.properties.name];

/** Relative coordinates, and nothing said twice. */
function shorter(drawn) {
  return drawn
    .split('Z')
    .filter(Boolean)
    .map((ring) => {
      const points = ring.slice(1).split('L').map((pair) => pair.split(',').map(Number));
      let [x, y] = points[0];
      let out = `M${x} ${y}l`;
      let first = true;
      for (const [nx, ny] of points.slice(1)) {
        const [dx, dy] = [nx - x, ny - y];
        if (dx === 0 && dy === 0) continue;
        out += `${first || dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
        [x, y, first] = [nx, ny, false];
      }
      return first ? '' : `${out}z`;
    })
    .join('');
}

const outlines = new Map();
for (const country of countries(atlas('countries-110m.json'))) {
  const key = code(country);
  if (!key || key === 'AQ') continue;
  outlines.set(key, (outlines.get(key) ?? '') + shorter(path(country) ?? ''));
}
for (const country of countries(atlas('countries-50m.json'))) {
  const key = code(country);
  if (!key || key === 'AQ' || outlines.get(key)) continue;
  const [x, y] = projection(geoCentroid(country)).map(Math.round);
  outlines.set(key, `M${x - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0z`);
}
const rows = [...outlines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, drawn]) => `    ("${key}", "${drawn}"),`);
console.log(`//! Outlines of countries by ISO 3166-1, on ${WIDTH} by ${HEIGHT}: Natural Earth (public domain), Equal Earth projection.
//!
//! Made by \`make.mjs\` beside this file; not to be edited.

/// Code and path, by code.
#[rustfmt::skip]
pub const OUTLINES: [(&str, &str); ${rows.length}] = [
${rows.join('\n')}
];`);
