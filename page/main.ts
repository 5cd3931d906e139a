import { html } from "../src/views/element";
import type { GivenFile } from "./messages";
import { packedPart, scriptPart } from "./parts/packed";
import { Stopped, workerCalls } from "./parts/worker-calls";
import { takeDrops } from "./screens/file-intake";
import { filesScreen, type FilesScreen, type Order } from "./screens/files";
import { freshKey } from "./screens/key-choice";
import { resultsScreen } from "./screens/results";
import { startScreen } from "./screens/start";
import type { Way } from "./screens/ways";
import { workingScreen } from "./screens/working";

const place = document.querySelector("main")!;

const calls = workerCalls(async () => {
  const address = await scriptPart("worker");
  return {
    worker: new Worker(address),
    payload: {
      parquet: packedPart("parquet")!,
      highs: packedPart("highs")!,
      visual: packedPart("visual"),
    },
  };
});

/** The screen that takes files, where it is in sight. */
let taking: FilesScreen | null = null;

/** Puts a screen in sight; the focus goes to its heading. */
function show(screen: HTMLElement): void {
  place.replaceChildren(screen);
  scrollTo(0, 0);
  const heading = screen.querySelector("h1")!;
  heading.tabIndex = -1;
  heading.focus();
}

function showStart(): void {
  taking = null;
  show(
    startScreen({
      choose: (way) => showFiles(way),
      take: (files) => takeFiles(files),
      sample: showSample,
    }),
  );
}

function showFiles(way: Way | null): FilesScreen {
  const screen = filesScreen(way, {
    build: (order) => void runBuild(order, screen),
    back: showStart,
    take: (files) => takeFiles(files),
  });
  taking = screen;
  show(screen.element);
  return screen;
}

/** Files, a zip of a whole folder taken for that folder. */
async function unpacked(given: Promise<GivenFile[]>): Promise<readonly GivenFile[]> {
  const files = await given;
  const isZip = files.some(({ path }) => /\.zip$/i.test(path));
  return isZip ? calls.ask("unpack", files).catch(() => files) : files;
}

/** Adds files to those on the screen, which says where some cannot be read. */
function takeFiles(given: Promise<GivenFile[]>): void {
  (taking ?? showFiles(null)).add(unpacked(given));
}

/** Builds; where that stops, shows the files again with what is wrong. */
async function runBuild(order: Order, from: FilesScreen): Promise<void> {
  const working = workingScreen(calls.cancel);
  taking = null;
  show(working.element);
  try {
    const built = await calls.ask("build", order.wish, working.progress);
    const { files, authority, asAt } = order.wish;
    const results = resultsScreen({
      built,
      keyToKeep: built.keyUsed ? order.keyToKeep : null,
      given: { files, authority, asAt },
      ask: calls.ask,
      again: () => again(from),
      rebuild: (changed) => {
        from.replace(changed);
        void runBuild({ ...order, wish: { ...order.wish, files: changed } }, from);
      },
      anew: showStart,
    });
    show(results.element);
    results.shown();
  } catch (error) {
    taking = from;
    show(from.element);
    from.fault(
      error instanceof Stopped ? error.message : "A fault of this page: please report it.",
    );
  }
}

/** The files of a build once more, to change something. */
function again(screen: FilesScreen): void {
  taking = screen;
  show(screen.element);
}

/** The demonstration: invented files, as if the user had given them, and a key for once. */
async function showSample(): Promise<void> {
  const files = await calls.ask("sample", null);
  const screen = showFiles(null);
  screen.replace(files);
  await runBuild(
    {
      keyToKeep: null,
      wish: {
        files,
        authority: null,
        asAt: null,
        profile: "internal",
        key: freshKey().wish,
        dataFolder: "C:\\SEND\\star",
      },
    },
    screen,
  );
}

takeDrops((files) => takeFiles(files));
place.append(html("p", {}, "Starting…"));
showStart();
