import https from "node:https";
import { Readable } from "node:stream";
import { hasShared, sharedText } from "../../../shared";

const BASE = "https://developer.microsoft.com/json-schemas/";

/** Where a published schema lies beside the repository. */
export const stored = (url: string): string[] => [
  "data",
  "power-bi",
  "schemas",
  ...url.slice(BASE.length).split("/"),
];

export const hasSchemas = (): boolean => hasShared("data", "power-bi", "schemas", "fabric");

/** Runs something with the schemas that it would fetch read from the store. */
export async function withStoredSchemas<Found>(go: () => Promise<Found>): Promise<Found> {
  const fetched = https.get;
  https.get = ((url: string | URL, _: unknown, done: (answer: Readable) => void) => {
    const answer = Readable.from([sharedText(...stored(String(url)))]);
    queueMicrotask(() => done(Object.assign(answer, { statusCode: 200, headers: {} })));
    return { on: () => undefined, destroy: () => undefined };
  }) as unknown as typeof https.get;
  try {
    return await go();
  } finally {
    https.get = fetched;
  }
}
