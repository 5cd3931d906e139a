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
  show(startScreen({ choose: (way) => showFiles(way), take: takeFiles, sample: showSample }));
}

function showFiles(way: Way | null): FilesScreen {
  const screen = filesScreen(way, {
    build: (order) => void runBuild(order, screen),
    back: showStart,
  });
  taking = screen;
  show(screen.element);
  return screen;
}

function takeFiles(files: GivenFile[]): void {
  if (files.length > 0) (taking ?? showFiles(null)).add(files);
}

/** Builds; where that stops, shows the files again with what is wrong. */
async function runBuild(order: Order, from: FilesScreen): Promise<void> {
  const working = workingScreen(calls.cancel);
  taking = null;
  show(working.element);
  try {
    const built = await calls.ask("build", order.wish, working.progress);
    const results = resultsScreen({
      built,
      keyToKeep: order.keyToKeep,
      zip: () => calls.ask("zip", null),
      output: () => calls.ask("output", null),
      again: showStart,
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

/** The demonstration: invented files, as if the user had given them, and a key for once. */
async function showSample(): Promise<void> {
  const files = await calls.ask("sample", null);
  const screen = showFiles(null);
  screen.add(files);
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

takeDrops(takeFiles);
place.append(html("p", {}, "Starting…"));
showStart();
