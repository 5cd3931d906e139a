import { randomBytes } from "node:crypto";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import { attempt, codeOf, OutputError } from "../../publish/output-error";
import { isRunning, processStart } from "./process-start";

/** How far the clocks that tell when a process was started may lie apart. */
const CLOCK_MS = 10_000;
/** No run takes as long: a lock of another machine that is older was left behind. */
const LONGEST_RUN_MS = 24 * 60 * 60 * 1000;
/** How long a run may take between making its lock and writing into it. */
const WRITING_MS = 2_000;

/** A lock file as it lies on the disk. */
interface Lock {
  readonly text: string;
  /** Since it was written, in milliseconds. */
  readonly age: number;
}

async function readLock(path: string): Promise<Lock | null> {
  try {
    const [text, { mtimeMs }] = [await readFile(path, "utf8"), await stat(path)];
    return { text, age: Date.now() - mtimeMs };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/**
 * Whether the run that made a lock may still be at work. Its number alone does not tell: numbers
 * are given again.
 */
async function mayBeRunning({ text, age }: Lock): Promise<boolean> {
  const [pid, host, started] = text.trim().split(" ");
  if (text.trim() === "") return age < WRITING_MS;
  if (host !== hostname()) return age < LONGEST_RUN_MS;
  if (!isRunning(Number(pid))) return false;
  const start = await processStart(Number(pid));
  if (start === null) return age < LONGEST_RUN_MS;
  // The process of that number was started at another time than the run that made the lock, or
  // after the lock was made.
  const other = started !== undefined && Math.abs(start - Number(started)) > CLOCK_MS;
  return !other && start <= Date.now() - age + CLOCK_MS;
}

/**
 * Takes away a lock that was left behind; leaves one that another run has put in its place
 * meanwhile.
 */
async function clear(path: string, left: Lock): Promise<void> {
  const aside = `${path}-${randomBytes(6).toString("hex")}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  const taken = await readFile(aside, "utf8");
  if (taken === left.text) await rm(aside);
  else await rename(aside, path);
}

/**
 * Keeps a second run from writing the same folder. Returns what takes the lock away again; throws
 * `OutputError` while another run has it. A lock that a dead run left is taken over.
 */
export async function lockFolder(lock: string, folder: string): Promise<() => Promise<void>> {
  const started = Math.round((await processStart(process.pid))!);
  const own = `${process.pid} ${hostname()} ${started} ${randomBytes(8).toString("hex")}\n`;
  for (;;) {
    try {
      await writeFile(lock, own, { flag: "wx" });
      return async () => {
        const found = await readLock(lock);
        if (found?.text === own) await rm(lock, { force: true });
      };
    } catch (error) {
      if (codeOf(error) !== "EEXIST") await attempt(lock, Promise.reject(error));
    }
    const found = await attempt(lock, readLock(lock));
    if (found === null) continue;
    if (found.text.trim() === "" && found.age < WRITING_MS) {
      await setTimeout(WRITING_MS / 10);
      continue;
    }
    if (await mayBeRunning(found))
      throw new OutputError(
        `Another run is writing ${folder}. If none is, delete ${lock} and run again.`,
      );
    await attempt(lock, clear(lock, found));
  }
}
