// peak.mjs REPORT COMMAND…: runs the command and writes its peak resident memory in KB.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const [report, command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: "inherit" });
let peak = 0;
const look = () => {
  try {
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0));
  } catch {
    // It has ended between two looks.
  }
};
const timer = setInterval(look, 20);
child.once("exit", (code) => {
  clearInterval(timer);
  writeFileSync(report, String(peak));
  process.exitCode = code ?? 1;
});
