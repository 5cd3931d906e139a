import { NothingToBuild } from "../../prep/nothing-to-build";
import type { Progress } from "../../prep/progress";
import { OutputError } from "../../prep/publish/output-error";
import { releaseName } from "../../prep/publish/disclosure/release-file";
import { RELEASED } from "../../prep/publish/disclosure/released-figures";
import { Stop } from "../../prep/stop";
import type { Ask, Calls, GivenFile, Reply } from "../messages";
import { boardFile, draftBoard } from "./board-file";
import { build } from "./build";
import { makeList, makePack } from "./cases";
import type { MemoryFolder } from "./memory-folder";
import { holdPayload } from "./payload";
import { unpackFolders } from "./unpack-folders";
import { zipOf } from "./zip-of";
import { allFiles } from "../../prep/sample/all-files";

/** Large enough for every figure to have something to count, small enough to be built in seconds. */
const SIZE = {
  people: 1000,
  years: 3,
  seed: 1,
  errors: 40,
  pupils: 1500,
  mentalHealth: 150,
  board: true,
};

/** The extracts and the board of an authority that is invented, and so are its children. */
const sampleFiles = (): GivenFile[] =>
  [...allFiles(SIZE)].map(({ name, chunks }) => ({
    path: name,
    // The memory of a chunk may be used again for the next.
    file: new Blob(Array.from(chunks, (chunk) => new Uint8Array(chunk))),
  }));

/** What the last build wrote. */
let written: MemoryFolder | null = null;

const contents = (): ReadonlyMap<string, Blob> => {
  if (written === null) throw new Stop("output", "Nothing is built yet.");
  return written.contents;
};

type Answers = {
  [Name in keyof Calls]: (
    ask: Calls[Name]["ask"],
    progress: Progress,
  ) => Calls[Name]["answer"] | Promise<Calls[Name]["answer"]>;
};

const answers: Answers = {
  start: (payload) => {
    holdPayload(payload);
    return null;
  },
  build: async (wish, progress) => {
    written = null;
    const { built, folder } = await build(wish, progress);
    written = folder;
    return built;
  },
  sample: sampleFiles,
  zip: (files) =>
    zipOf(files === null ? contents() : new Map(files.map(({ path, file }) => [path, file]))),
  unpack: unpackFolders,
  list: makeList,
  pack: makePack,
  draft: draftBoard,
  boardFile,
  release: async () => {
    const file = contents().get(RELEASED);
    if (!file) throw new Stop("usage", "This build is not for publishing.");
    const name = await releaseName(new Uint8Array(await file.arrayBuffer()));
    return { path: name, file };
  },
  output: () => [...contents()].map(([path, file]): GivenFile => ({ path, file })),
};

/** Milliseconds between two messages of progress. */
const PAUSE = 100;

const send = (reply: Reply): void => postMessage(reply);

/** Tells the page of progress, not more often than it can show. */
function progressOf(id: number): Progress {
  let [last, said] = [0, ""];
  return (stage, done, total) => {
    const now = performance.now();
    if (stage === said && now - last < PAUSE) return;
    [last, said] = [now, stage];
    send({ id, kind: "progress", stage, done, total });
  };
}

/** Of a fault of ours only its kind is told: its message could hold a value of the input. */
function failure(id: number, error: unknown): Reply {
  if (error instanceof Stop || error instanceof NothingToBuild || error instanceof OutputError)
    return { id, kind: "stopped", message: error.message };
  return { id, kind: "fault", what: error instanceof Error ? error.constructor.name : "unknown" };
}

addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  const { id, name, value } = data;
  const answer = answers[name] as (ask: unknown, progress: Progress) => unknown;
  Promise.resolve()
    .then(() => answer(value, progressOf(id)))
    .then(
      (done) => send({ id, kind: "answer", value: done }),
      (error: unknown) => send(failure(id, error)),
    );
});
