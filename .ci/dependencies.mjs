#!/usr/bin/env node
// What cargo-deny would say of licences and duplicates, from the same .cargo/deny.toml, in a second and
// without cargo-deny: the normal and build dependencies of the whole workspace, all features.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const CONFIG = '.cargo/deny.toml';

// As much TOML as that file needs: arrays of strings and of tables on lines of their own.
function list(section, key) {
  const text = readFileSync(CONFIG, 'utf8').replace(/^\s*#.*$/gm, '');
  const body = text.split(/^\[/m).find((part) => part.startsWith(`${section}]`)) ?? '';
  return body.match(new RegExp(`^${key} = \\[\\n([\\s\\S]*?)^\\]`, 'm'))?.[1].trim().split('\n').filter(Boolean) ?? [];
}
const targets = readFileSync(CONFIG, 'utf8').match(/^targets = (\[.*\])$/m)?.[1];
const allowed = new Set(list('licenses', 'allow').map((line) => line.trim().replace(/^"|",?$/g, '')));
const skipped = list('bans', 'skip').map((line) => line.match(/(?:crate|name) = "([^"@]+)(?:@=?([^"]+))?"/)).filter(Boolean)
  .map(([, name, version]) => ({ name, version, used: false }));

// SPDX: OR is enough when one side is, AND needs both; "/" is the old way to write OR.
function accepted(expression) {
  const tokens = expression.replaceAll('/', ' OR ').replace(/[()]/g, ' $& ').trim().split(/\s+/);
  let at = 0;
  const either = () => {
    let value = both();
    while (tokens[at] === 'OR') { at += 1; const right = both(); value ||= right; }
    return value;
  };
  const both = () => {
    let value = one();
    while (tokens[at] === 'AND') { at += 1; const right = one(); value &&= right; }
    return value;
  };
  const one = () => {
    if (tokens[at] === '(') { at += 1; const value = either(); at += 1; return value; }
    let id = tokens[at++];
    if (tokens[at] === 'WITH') {
      const plain = allowed.has(id);
      id += ` WITH ${tokens[at + 1]}`;
      at += 2;
      return plain || allowed.has(id); // an exception only ever grants more
    }
    return allowed.has(id);
  };
  return either();
}

// `cargo tree`, since `cargo metadata` also names what no feature brings in.
const packages = new Map();
for (const target of JSON.parse(targets)) {
  const tree = execFileSync('cargo', [
    'tree', '--quiet', '--locked', '--workspace', '--all-features', '--target', target,
    '--edges', 'normal,build', '--prefix', 'none', '--format', '{p}|{l}',
  ], { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] });
  for (const line of tree.split('\n').filter(Boolean)) {
    const [, name, version, source, license] = line.match(/^(\S+) v(\S+)(?: \((?!proc-macro)(.*?)\))?.*?\|(.*?)(?: \(\*\))?$/);
    packages.set(`${name} ${version}`, { name, version, source, license });
  }
}

const problems = [];
const versions = new Map();
for (const { name, version, source, license } of packages.values()) {
  if (source?.startsWith('/')) continue; // our own
  if (source) problems.push(`${name} ${version} comes from ${source}, not from the registry`);
  if (!license) problems.push(`${name} ${version} names no licence`);
  else if (!accepted(license)) problems.push(`${name} ${version} is under '${license}', which ${CONFIG} does not allow`);
  versions.set(name, [...(versions.get(name) ?? []), version]);
}
for (const [name, found] of [...versions].sort()) {
  if (found.length < 2) continue;
  const left = found.filter((version) => {
    const skip = skipped.find((s) => s.name === name && (!s.version || version === s.version || version.startsWith(`${s.version}.`)));
    if (skip) skip.used = true;
    return !skip;
  });
  if (left.length > 1 || (left.length === 1 && left.length === found.length)) {
    problems.push(`${name} is there in ${found.length} versions (${found.sort().join(', ')}): align them, or add it to 'skip' in ${CONFIG}`);
  }
}
for (const { name, used } of skipped) if (!used) console.log(`note: 'skip' in ${CONFIG} no longer needs ${name}`);
for (const problem of problems) console.error(problem);
console.log(`${packages.size} packages, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
