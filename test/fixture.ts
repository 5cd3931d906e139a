import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The text of a file of test/fixtures; SOURCES.md there says where its figures are from. */
export const fixtureText = (name: string): string =>
  readFileSync(join(import.meta.dirname, "fixtures", name), "utf8");

/** What a JSON file of test/fixtures holds; the caller says of which shape it is. */
export const fixture = <T>(name: string): T => JSON.parse(fixtureText(name)) as T;
