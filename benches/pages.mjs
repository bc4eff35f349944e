// Renders the catalogue page of 48 titles with Slate and with its peers: one core serves, the other asks,
// with 16 connections that are kept open. Bounded in time, and on loopback alone.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { createServer } from "node:net";
import { join } from "node:path";

const peers = process.argv[2];
const SLATE = "target/release/slate";
const SECONDS = Number(process.env.SLATE_BENCH_SECONDS ?? 10);
const CONNECTIONS = 16;
const NOW = "2027-03-01T10:00:00Z";
const work = mkdtempSync(join(tmpdir(), "slate-pages-"));
const pinned = availableParallelism() > 1 && existsSync("/usr/bin/taskset");
const on = (core, command) => (pinned ? ["taskset", "-c", String(core), ...command] : command);
const running = new Set();

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts a server on the first core and waits until `path` answers. */
async function start(command, path, { env = {}, cwd } = {}) {
  const port = await freePort();
  const [program, ...args] = on(0, command.map((word) => word.replace("PORT", port)));
  const child = spawn(program, args, {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env, PORT: String(port), HOST: "127.0.0.1", NODE_ENV: "production" },
  });
  running.add(child);
  const base = `http://127.0.0.1:${port}`;
  const end = Date.now() + 30_000;
  while (!(await fetch(base + path).then((answer) => answer.ok, () => false))) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`did not start: ${command.join(" ")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = async () => {
    if (child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await gone;
    running.delete(child);
  };
  return { base, stop };
}

/** Pages a second, the 99th percentile in milliseconds, and the bytes of a page. */
async function ask(base, path, unique = false) {
  const bytes = (await (await fetch(base + path, { headers: { "accept-encoding": "identity" } })).arrayBuffer()).byteLength;
  const script = join(work, "ask.lua");
  // A length no title has makes the address, and so the page, one that nobody asked for before.
  const next = unique
    ? `n = n + 1; return wrk.format("GET", "${path}?runtime_max=" .. (59999 - n % 59000))`
    : `return wrk.format("GET", "${path}")`;
  writeFileSync(script, `
    local n = 0
    request = function() ${next} end
    done = function(summary, latency)
      io.write(string.format("RESULT %.0f %.3f %d\\n", summary.requests / (summary.duration / 1e6), latency:percentile(99) / 1000,
        summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
    end`);
  const run = (seconds) => {
    const [program, ...args] = on(1, ["wrk", "-t1", `-c${CONNECTIONS}`, `-d${seconds}s`, "-s", script, base]);
    const out = execFileSync(program, args, { encoding: "utf8" });
    const [, rate, p99, errors] = /RESULT (\S+) (\S+) (\S+)/.exec(out);
    if (Number(errors) > 0) throw new Error(`${errors} requests failed:\n${out}`);
    return { rate: Number(rate), p99: Number(p99), bytes };
  };
  run(Math.min(3, SECONDS)); // to warm up
  return run(SECONDS);
}

/** What the page shows, as the peers take it. */
async function dataOf(base) {
  const answer = await (await fetch(`${base}/api/v1/titles?per_page=48`)).json();
  const name = (title) => title.titles.en ?? title.title;
  return {
    links: [["/titles", "Titles"], ["/exhibitors", "Exhibitors"], ["/halls", "Halls"]].map(([href, text]) => ({ href, text })),
    total: answer.total,
    pages: [1, 2, 3, 4, 5, 6],
    facets: Object.entries(answer.facets).map(([code, values]) => ({ code, name: code.replaceAll("_", " "), values })),
    titles: answer.hits.map((title) => ({
      href: `/titles/${title.slug}`,
      name: name(title),
      original: title.title === name(title) ? null : title.title,
      lang: title.languages[0] ?? null,
      art: `/media/demo/key-art/${title.slug}.0123456789abcdef.svg`,
      meta: [title.year, ...title.countries].filter(Boolean).join(" · "),
      badges: [title.category, title.stage],
    })),
  };
}

const rows = [];
async function measure(what, start, path, unique) {
  const { base, stop } = await start();
  const got = await ask(base, path, unique);
  await stop();
  rows.push({ what, ...got });
  console.error(`    ${what}: ${got.rate} pages a second`);
  return got.rate;
}

try {
  const data = join(work, "data");
  execFileSync(SLATE, ["--data-dir", data, "--now", NOW, "seed"], { stdio: ["ignore", "ignore", "inherit"] });
  const slate = (cache) => () => start([SLATE, "--data-dir", data, "--now", NOW, "serve", "--addr", "127.0.0.1:PORT"], "/readyz", {
    env: { SLATE_LOG: "error", SLATE_PAGE_CACHE_MB: String(cache) },
  });
  const page = join(work, "page.html");
  const json = join(work, "page.json");
  {
    const { base, stop } = await slate(32)();
    writeFileSync(page, Buffer.from(await (await fetch(`${base}/titles`)).arrayBuffer()));
    writeFileSync(json, JSON.stringify(await dataOf(base)));
    await stop();
  }
  const env = { PEER_DATA: json };
  for (const peer of ["sveltekit", "next"]) {
    console.error(`    building ${peer}`);
    execFileSync("npm", ["run", "--silent", "build"], { cwd: join(peers, peer), stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: "1" } });
  }
  const axum = () => start([join(peers, "axum/target/release/peer-axum"), page, "PORT"], "/titles");
  const kit = () => start(["node", join(peers, "sveltekit/build/index.js")], "/titles", { env });
  const next = (path) => () => start(["node", join(peers, "next/node_modules/next/dist/bin/next"), "start", "-p", "PORT", "-H", "127.0.0.1"], path, { env: { ...env, NEXT_TELEMETRY_DISABLED: "1" }, cwd: join(peers, "next") });

  const least = await measure("axum handler with the same bytes", axum, "/titles");
  const kept = await measure("Slate, cached", slate(32), "/titles");
  const anew = await measure("Slate, uncached", slate(0), "/titles", true);
  const svelte = await measure("SvelteKit 2, uncached", kit, "/titles");
  const react = await measure("Next 16, uncached", next("/titles"), "/titles");
  const reactKept = await measure("Next 16, rendered when built", next("/kept"), "/kept");

  console.log("\n| 16 connections, one core | pages a second | 99th percentile | bytes of a page |\n| --- | ---: | ---: | ---: |");
  for (const { what, rate, p99, bytes } of rows) console.log(`| ${what} | ${rate.toLocaleString("en")} | ${p99.toFixed(1)} ms | ${bytes.toLocaleString("en")} |`);
  const ratio = (what, value, goal) => console.log(`| ${what} | ${value.toFixed(value < 3 ? 2 : 1)} | ${goal} |`);
  console.log("\n| ratio | measured | goal |\n| --- | ---: | ---: |");
  ratio("cached to the axum handler", kept / least, "≥ 0.7");
  ratio("uncached to SvelteKit", anew / svelte, "≥ 7");
  ratio("uncached to Next", anew / react, "≥ 20");
  ratio("cached to Next", kept / react, "≥ 100");
  ratio("cached to Next's page rendered when built", kept / reactKept, "");
} finally {
  for (const child of running) child.kill("SIGKILL");
  rmSync(work, { recursive: true, force: true });
}
