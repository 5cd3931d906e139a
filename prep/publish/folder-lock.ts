import { readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { attempt, codeOf, OutputError } from "./output-error";

/** False only when the process that made the lock ran on this machine and is gone. */
function mayBeRunning(lock: string): boolean {
  const [pid, host] = lock.trim().split(" ");
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/** Keeps a second run from writing the same folder. Returns what takes the lock away again; throws `OutputError` while another run has it. */
export async function lockFolder(lock: string, folder: string): Promise<() => Promise<void>> {
  const take = (): Promise<void> =>
    writeFile(lock, `${process.pid} ${hostname()}\n`, { flag: "wx" });
  try {
    await take();
  } catch (error) {
    if (codeOf(error) !== "EEXIST") await attempt(lock, Promise.reject(error));
    if (mayBeRunning(await readFile(lock, "utf8"))) {
      throw new OutputError(
        `Another run is writing ${folder}. If none is, delete ${lock} and run again.`,
      );
    }
    await rm(lock);
    await attempt(lock, take());
  }
  return () => rm(lock, { force: true });
}
