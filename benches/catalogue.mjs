// Measures the catalogue with the release build: import, start, pages, API, memory, bytes over the wire.
// Server and load share the machine; the load is bounded in connections and time and stays on loopback.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SLATE = "target/release/slate";
const SECONDS = Number(process.env.SLATE_BENCH_SECONDS ?? 10);
const GENERATED = 53_123;
const work = mkdtempSync(join(tmpdir(), "slate-bench-"));
const given = process.argv[2] || undefined;
const rows = [];
const row = (what, value, goal) => {
  rows.push([what, value, goal]);
  console.error(`    ${what}: ${value}`);
};

/** Runs a command to its end; answers its seconds and its peak memory in MB. */
function measured(args, env = {}) {
  const started = process.hrtime.bigint();
  const report = join(work, "time.txt");
  execFileSync("node", ["benches/peak.mjs", report, SLATE, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env },
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  return { seconds, megabytes: Number(readFileSync(report, "utf8")) / 1024 };
}

async function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts the server; answers it once it is ready, with the seconds that took. */
async function serve(dataDir) {
  const port = await freePort();
  const started = process.hrtime.bigint();
  const child = spawn(SLATE, ["--data-dir", dataDir, "serve", "--addr", `127.0.0.1:${port}`], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, SLATE_LOG: "warn" },
  });
  const base = `http://127.0.0.1:${port}`;
  for (;;) {
    const ready = await fetch(`${base}/readyz`).then((answer) => answer.ok, () => false);
    if (ready) break;
    if (child.exitCode !== null) throw new Error("the server did not start");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { base, child, seconds: Number(process.hrtime.bigint() - started) / 1e9 };
}

const resident = (pid, field) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;

/** Paths of all sorts: words, prefixes, filters, deep pages. Each page is asked for in turn. */
function paths(base) {
  const words = ["love", "the last", "berlin", "frankenstein", "night of", "夢", "star", "mörder", "paris te", "dr", "war and", "family", "kung fu", "amélie", "cit"];
  const filters = ["genre=horror", "country=HK&category=film", "year_min=1990&year_max=1999", "language=ja&genre=drama", "has_trailer=true", "category=documentary&sort=title", "runtime_min=150", "country=FR&country=DE&genre=comedy"];
  const all = [""];
  for (const word of words) all.push(`q=${encodeURIComponent(word)}`);
  for (const filter of filters) all.push(filter, `${filter}&page=3`);
  words.forEach((word, at) => all.push(`q=${encodeURIComponent(word)}&${filters[at % filters.length]}`));
  return all.map((query) => (query ? `${base}?${query}` : base));
}

/** The latency of one connection that asks for the paths in turn, in milliseconds. */
function load(base, list, unique) {
  const script = join(work, "load.lua");
  const lua = list.map((path) => `"${path}"`).join(",");
  // A page that nobody asked for yet is not in the page cache: a year nobody made films in makes it new.
  const next = unique
    ? `n = n + 1; local p = paths[n % #paths + 1]; local s = "?"; if string.find(p, "?", 1, true) then s = "&" end
       return wrk.format("GET", p .. s .. "runtime_max=" .. (59999 - n % 59000))`
    : `n = n + 1; return wrk.format("GET", paths[n % #paths + 1])`;
  writeFileSync(script, `
    local paths = {${lua}}
    local n = ${Date.now() % 50000}
    request = function() ${next} end
    done = function(summary, latency)
      io.write(string.format("RESULT %.3f %.3f %.0f %d\\n", latency:percentile(50) / 1000, latency:percentile(99) / 1000,
        summary.requests / (summary.duration / 1e6), summary.errors.status + summary.errors.connect + summary.errors.timeout))
    end`);
  const out = execFileSync("wrk", ["-t1", "-c1", `-d${SECONDS}s`, "-s", script, base], { encoding: "utf8" });
  const [, median, p99, rate, errors] = /RESULT (\S+) (\S+) (\S+) (\S+)/.exec(out);
  if (Number(errors) > 0) throw new Error(`${errors} requests failed:\n${out}`);
  return { median: Number(median), p99: Number(p99), rate: Number(rate) };
}

function brotli(pattern) {
  const folder = "target/site/pkg";
  const files = readdirSync(folder).filter((name) => pattern.test(name) && name.endsWith(".br"));
  return files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1024;
}

const latency = (what, { median, p99, rate }) => {
  row(`${what}, median`, `${median.toFixed(2)} ms`, "≤ 5 ms");
  row(`${what}, 99th percentile`, `${p99.toFixed(2)} ms (${rate.toFixed(0)} a second)`, "≤ 20 ms");
};

let server;
try {
  const csv = given ?? join(work, "titles.csv");
  if (!given) {
    const seeded = join(work, "seeded");
    measured(["--data-dir", seeded, "seed", "--titles", String(GENERATED)]);
    measured(["--data-dir", seeded, "export", csv, "--format", "csv"]);
  }
  const sqlite = join(work, "sqlite");
  const toSqlite = measured(["--data-dir", sqlite, "import", csv]);
  const titles = Number(execFileSync(SLATE, ["--data-dir", sqlite, "search", "", "--json"], { encoding: "utf8" }).match(/"total":\s*(\d+)/)?.[1] ?? GENERATED);
  row("titles", titles.toLocaleString("en"), "");
  row("import into SQLite, index included", `${toSqlite.seconds.toFixed(1)} s, ${(titles / toSqlite.seconds).toFixed(0)} rows a second`, "≥ 10,000");
  row("peak memory of that import", `${toSqlite.megabytes.toFixed(0)} MB`, "≤ 300 MB");
  const database = process.env.SLATE_TEST_POSTGRES.replace(/\/[^/]*$/, "/slate_bench");
  measured(["--database", database, "--data-dir", join(work, "pg"), "migrate"]);
  const toPostgres = measured(["--database", database, "--data-dir", join(work, "pg"), "import", csv]);
  row("import into PostgreSQL, index included", `${toPostgres.seconds.toFixed(1)} s, ${(titles / toPostgres.seconds).toFixed(0)} rows a second`, "≥ 5,000");
  row("peak memory of that import", `${toPostgres.megabytes.toFixed(0)} MB`, "≤ 300 MB");

  rmSync(join(sqlite, "index"), { recursive: true, force: true });
  server = await serve(sqlite);
  row("server start, index built from the store", `${server.seconds.toFixed(2)} s`, "≤ 2 s");
  server.child.kill("SIGTERM");
  await new Promise((resolve) => server.child.once("exit", resolve));
  server = await serve(sqlite);
  row("server start, index opened", `${server.seconds.toFixed(2)} s`, "≤ 2 s");

  const { base } = server;
  load(base, paths("/titles"), false); // to warm up
  latency("API, never asked before", load(base, paths("/api/v1/titles"), true));
  latency("API", load(base, paths("/api/v1/titles"), false));
  latency("catalogue page, never asked before", load(base, paths("/titles"), true));
  latency("catalogue page", load(base, paths("/titles"), false));
  row("resident memory while serving", `${resident(server.child.pid, "VmRSS").toFixed(0)} MB (peak ${resident(server.child.pid, "VmHWM").toFixed(0)} MB)`, "≤ 250 MB");
  row("JS + WASM of a cold page, brotli", `${brotli(/\.(js|wasm)\.br$/).toFixed(1)} KB`, "≤ 130 KB");
  row("CSS of a cold page, brotli", `${brotli(/\.css\.br$/).toFixed(1)} KB`, "≤ 20 KB");
} finally {
  if (server?.child.exitCode === null) server.child.kill("SIGTERM");
  rmSync(work, { recursive: true, force: true });
}

console.log("\n| | measured | goal |\n| --- | ---: | ---: |");
for (const columns of rows) console.log(`| ${columns.join(" | ")} |`);
