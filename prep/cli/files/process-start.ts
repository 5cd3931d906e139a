import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { uptime } from "node:os";
import { promisify } from "node:util";
import { codeOf } from "../../publish/output-error";

const ask = promisify(execFile);

/**
 * Ticks of the clock that Linux counts a process's start in, a second: the same on every platform
 * that Node runs on.
 */
const TICKS = 100;

/** When the machine was started, in milliseconds since 1970. */
const bootTime = (): number => Date.now() - uptime() * 1000;

async function onLinux(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // The second field is the program's name in brackets and may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return bootTime() + (Number(fields[19]) / TICKS) * 1000;
}

async function onWindows(pid: number): Promise<number> {
  const { stdout } = await ask("powershell.exe", [
    "-NoProfile",
    "-NonInteractive",
    "-Command",
    `(Get-Process -Id ${pid}).StartTime.ToUniversalTime().ToString('o')`,
  ]);
  return Date.parse(stdout.trim());
}

async function elsewhere(pid: number): Promise<number> {
  const { stdout } = await ask("ps", ["-o", "lstart=", "-p", String(pid)], {
    env: { ...process.env, LC_ALL: "C" },
  });
  return Date.parse(stdout.trim());
}

/** True while a process of this machine runs; one of somebody else counts. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/**
 * When a running process of this machine was started, in milliseconds since 1970, good to a few
 * seconds; null where the system does not tell.
 */
export async function processStart(pid: number): Promise<number | null> {
  if (pid === process.pid) return Date.now() - process.uptime() * 1000;
  const read = { linux: onLinux, win32: onWindows }[process.platform as string] ?? elsewhere;
  const start = await read(pid).catch(() => NaN);
  return Number.isNaN(start) ? null : start;
}
