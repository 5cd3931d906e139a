import type { Progress } from "../../prep/progress";
import type { Calls, Reply } from "../messages";

/** Work was stopped with a message for the user. */
export class Stopped extends Error {}

interface Waiting {
  readonly done: (value: unknown) => void;
  readonly failed: (error: Error) => void;
  readonly progress: Progress;
}

/** Asks the worker, and waits for its answers. */
export interface WorkerCalls {
  /** Rejects with `Stopped` where the user has to do something, and where work was cancelled. */
  ask<Name extends keyof Calls>(
    name: Name,
    value: Calls[Name]["ask"],
    progress?: Progress,
  ): Promise<Calls[Name]["answer"]>;
  /** Ends the worker with all that it does; the next question starts another. */
  cancel(): void;
}

const CANCELLED = "Cancelled. Nothing was written.";
const FAULT = "A fault of this page, not of your data. Please report it";

/** Calls of a worker that `start` makes, with what is to be told to it first. */
export function workerCalls(
  start: () => Promise<{ worker: Worker; payload: Calls["start"]["ask"] }>,
): WorkerCalls {
  const waiting = new Map<number, Waiting>();
  let running: Promise<Worker> | null = null;
  let [asked, generation] = [0, 0];

  const failAll = (message: string): void => {
    for (const { failed } of waiting.values()) failed(new Stopped(message));
    waiting.clear();
  };
  const hear = (reply: Reply): void => {
    const one = waiting.get(reply.id);
    if (reply.kind === "progress") return one?.progress(reply.stage, reply.done, reply.total);
    waiting.delete(reply.id);
    if (reply.kind === "answer") one?.done(reply.value);
    else
      one?.failed(
        new Stopped(reply.kind === "stopped" ? reply.message : `${FAULT} (${reply.what}).`),
      );
  };
  const send = (worker: Worker, name: keyof Calls, value: unknown, wait: Waiting): void => {
    const id = ++asked;
    waiting.set(id, wait);
    worker.postMessage({ id, name, value });
  };
  const begun = async (): Promise<Worker> => {
    const own = generation;
    const { worker, payload } = await start();
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => hear(data));
    worker.addEventListener("error", () => {
      running = null;
      failAll(`${FAULT}, or the browser has no memory left: close other programs and try again.`);
    });
    if (own !== generation) {
      worker.terminate();
      throw new Stopped(CANCELLED);
    }
    await new Promise((done, failed) =>
      send(worker, "start", payload, { done, failed, progress: () => undefined }),
    );
    return worker;
  };

  return {
    async ask(name, value, progress = () => undefined) {
      running ??= begun();
      const worker = await running;
      return new Promise((done, failed) =>
        send(worker, name, value, { done: done as Waiting["done"], failed, progress }),
      );
    },
    cancel() {
      generation += 1;
      running?.then(
        (worker) => worker.terminate(),
        () => undefined,
      );
      running = null;
      failAll(CANCELLED);
    },
  };
}
