import type { CDPSession, Frame } from "playwright-core";
import type { Opened } from "../visual/host";

/** What the profiler names besides functions. */
const NO_SCRIPT = new Set(["(root)", "(program)", "(idle)", "(garbage collector)"]);

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** A frame in a process of its own has a session of its own. */
const sessionOf = async ({ page, frame }: Opened): Promise<CDPSession> => {
  const context = page.context();
  return context.newCDPSession(frame as Frame).catch(() => context.newCDPSession(page));
};

/** The milliseconds of script in what `go` does in the frame, by the browser's profiler. */
export async function scriptTime(opened: Opened, go: () => Promise<unknown>): Promise<number> {
  const session = await sessionOf(opened);
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: 100 });
  await session.send("Profiler.start");
  await go();
  const { profile } = (await session.send("Profiler.stop")) as { profile: Profile };
  await session.detach();
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  return (
    profile.samples.reduce(
      (sum, id, i) => sum + (NO_SCRIPT.has(names.get(id) ?? "") ? 0 : profile.timeDeltas[i]),
      0,
    ) / 1000
  );
}
