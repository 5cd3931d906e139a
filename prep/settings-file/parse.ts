import { safeParse } from "valibot";
import type { BaseIssue } from "valibot";
import { dayFromIso } from "../calendar/day";
import { nearest } from "../check/nearest";
import type { Setting } from "../setting";
import type { Settings } from "../settings";
import { Stop } from "../stop";
import { settingsDeclaration } from "./declaration";
import { settingSchema, UNKNOWN_SETTING } from "./schema";
import { stripComments } from "./strip-comments";

/** What a setting that is given wrongly is said to be; names the setting and what is allowed. */
function wordsOf({ path, message }: BaseIssue<unknown>): string {
  const keys = (path ?? []).map(({ key }) => String(key));
  const name = keys.join(".") || "the whole file";
  if (message !== UNKNOWN_SETTING) return `${name} ${message}`;
  let settings: Readonly<Record<string, Setting>> = settingsDeclaration.settings;
  // Entries of a list have a number between its name and theirs.
  for (const key of keys.slice(0, -1).filter((one) => !/^\d+$/.test(one))) {
    const inner: Setting | undefined = settings[key];
    settings = inner?.kind === "group" ? inner.settings : inner?.kind === "list" ? inner.entry : {};
  }
  const known = Object.keys(settings);
  const meant = nearest(keys[keys.length - 1], known);
  return `${name} ${message}; ${meant === null ? `there are ${known.join(", ")}` : `did you mean ${meant}?`}`;
}

/** A copy of settings without the one at a path. */
function without(given: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path;
  if (Array.isArray(given))
    return given.map((one: unknown, i) => (i === key ? without(one, rest) : one));
  const { [key]: inner, ...others } = given as Record<PropertyKey, unknown>;
  return rest.length === 0 ? others : { ...others, [key]: without(inner, rest) };
}

/**
 * All that is wrong with settings. The schema tells of one unknown name at a time: it is taken out,
 * and the rest looked at again.
 */
function issuesOf(given: unknown): readonly BaseIssue<unknown>[] {
  const { issues = [] } = safeParse(settingSchema(settingsDeclaration), given);
  const unknown = issues.find(({ message }) => message === UNKNOWN_SETTING);
  const path = unknown?.path?.map(({ key }) => key as PropertyKey) ?? [];
  return unknown === undefined || path.length === 0
    ? issues
    : [unknown, ...issuesOf(without(given, path))];
}

const lineAt = (text: string, position: number): number =>
  text.slice(0, position).split("\n").length;

/**
 * The settings in a text: JSON, `//` comments allowed. Throws `Stop` (usage) that names each wrong
 * setting and what is allowed. `file` is how messages call it.
 */
export function parseSettings(
  text: string,
  file: string,
  overrides: Readonly<Record<string, unknown>> = {},
): Settings {
  let given: unknown;
  const json = stripComments(text.replace(/^\uFEFF/, ""));
  try {
    given = JSON.parse(json);
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    const place =
      position === undefined ? "at its end" : `on line ${lineAt(json, Number(position))}`;
    throw new Stop(
      "usage",
      `${file} is not valid JSON ${place}: look for a missing comma, quote or brace, or a comma after the last setting.`,
    );
  }
  if (given !== null && typeof given === "object" && !Array.isArray(given)) {
    given = { ...given, ...overrides };
    delete (given as Record<string, unknown>).$schema;
  }
  const result = safeParse(settingSchema(settingsDeclaration), given);
  if (!result.success)
    throw new Stop(
      "usage",
      `${file}:\n${issuesOf(given)
        .map((issue) => `  ${wordsOf(issue)}`)
        .join("\n")}`,
    );
  const settings = result.output as Omit<Settings, "asAt"> & { asAt: string | null };
  return { ...settings, asAt: settings.asAt === null ? null : dayFromIso(settings.asAt) };
}
