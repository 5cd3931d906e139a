import { availableParallelism, totalmem } from "node:os";
import { Worker } from "node:worker_threads";
import type { InputFile } from "../../input-file";
import type { Settings } from "../../settings";
import type { AreaHelpers, StartHelpers } from "../../stages/area-helpers";
import type { PartOfBuild } from "../../stages/join-builds";
import type { FileOnDisk } from "../inputs";
import { claimFrom, unpackPart, type BuiltMessage, type HelperTask } from "./messages";

/** Files of fewer bytes are read and built sooner than a thread has begun. */
const FEWEST_BYTES = 1 << 20;

/** Each thread reads all files: together they are to need no more than a part of the memory. */
const MEMORY_PER_BYTE = 4;
const PART_OF_MEMORY = 0.5;

const isOnDisk = (file: InputFile): file is FileOnDisk => "path" in file;

/** How many threads a build may have, with the one that it begins in. */
function threadsFor(
  inputs: readonly InputFile[],
  { threads, authorities, allOf }: Settings,
): number {
  if (authorities.length < 2 && allOf === null) return 1;
  const bytes = inputs.reduce((sum, file) => sum + file.bytes, 0);
  if (threads > 0) return threads;
  if (bytes < FEWEST_BYTES) return 1;
  const fit = Math.floor((PART_OF_MEMORY * totalmem()) / (MEMORY_PER_BYTE * bytes));
  return Math.max(1, Math.min(availableParallelism(), fit));
}

interface Helper {
  readonly worker: Worker;
  /** Resolves when it is at its end, however it came to it. */
  readonly ended: Promise<void>;
}

function startHelper(
  program: URL,
  task: HelperTask,
  take: (message: BuiltMessage) => void,
): Helper {
  const worker = new Worker(program, { workerData: task });
  worker.on("message", take);
  const ended = new Promise<void>((resolve) => {
    // One that fails has no more to give: what it did not build is built by the thread it helps.
    worker.once("error", () => resolve());
    worker.once("exit", () => resolve());
  });
  return { worker, ended };
}

/**
 * Starts threads that help to build several authorities; `program` is the file that they run. One
 * thread alone builds where there is but one authority, where the files are small, and where each
 * thread's copy of what was read would not fit into the memory.
 */
export const areaThreads =
  (program: URL): StartHelpers =>
  (inputs, settings, options): AreaHelpers | null => {
    const count = threadsFor(inputs, settings) - 1;
    if (count === 0 || !inputs.every(isOnDisk)) return null;
    const next = new Int32Array(new SharedArrayBuffer(4));
    next[0] = 1;
    const files = inputs.map(({ name, role, path, bytes, sha256 }) => ({
      name,
      role,
      path,
      bytes,
      sha256,
    }));
    const parts = new Map<number, PartOfBuild>();
    const helpers = Array.from({ length: count }, () =>
      startHelper(program, { files, settings, options, next }, (message) =>
        parts.set(message.place, unpackPart(message)),
      ),
    );
    return {
      claim: () => claimFrom(next),
      async built() {
        await Promise.all(helpers.map(({ ended }) => ended));
        return parts;
      },
      stop: () => helpers.forEach(({ worker }) => void worker.terminate()),
    };
  };
