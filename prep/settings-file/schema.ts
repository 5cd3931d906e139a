import * as v from "valibot";
import { dayFromIso } from "../calendar/day";
import { defaultOf } from "../setting";
import type { Setting, SettingOf } from "../setting";

/** What is said of a name that no setting has. */
export const UNKNOWN_SETTING = "is not a setting";

const words = (of: readonly string[]): string => of.map((word) => `"${word}"`).join(", ");

type Check = v.GenericSchema<unknown, unknown>;

/** Braces: valibot would take a list for an object without keys. */
const braces = (message: string) =>
  v.custom<Record<string, unknown>>(
    (given) => given !== null && typeof given === "object" && !Array.isArray(given),
    message,
  );

const orNull = (schema: Check): Check => v.optional(v.nullable(schema), null);

/**
 * The check of every kind of setting. Messages say what is allowed and never repeat what was given.
 */
const checks: { readonly [Kind in Setting["kind"]]: (setting: SettingOf<Kind>) => Check } = {
  text: ({ pattern, allowed }) =>
    orNull(
      v.pipe(v.string(`must be ${allowed}`), v.regex(new RegExp(pattern), `must be ${allowed}`)),
    ),
  date: () => {
    const message = 'must be a date such as "2026-09-30", or null';
    return orNull(
      v.pipe(
        v.string(message),
        v.check((text) => dayFromIso(text) !== null, message),
      ),
    );
  },
  monthDay: ({ byDefault }) => {
    const message = 'must be a month and day such as "02-15"';
    return v.optional(
      v.pipe(
        v.string(message),
        v.check((text) => dayFromIso(`2023-${text}`) !== null, message),
      ),
      byDefault,
    );
  },
  path: () =>
    orNull(
      v.pipe(
        v.string("must be the path of a file in quotes, or null"),
        v.minLength(1, "must be the path of a file, or null"),
      ),
    ),
  whole: ({ from, to, byDefault }) => {
    const message = `must be a whole number from ${from} to ${to}`;
    return v.optional(
      v.pipe(
        v.number(message),
        v.integer(message),
        v.minValue(from, message),
        v.maxValue(to, message),
      ),
      byDefault,
    );
  },
  yesNo: ({ byDefault }) => v.optional(v.boolean("must be true or false"), byDefault),
  choices: ({ of, byDefault }) => {
    const message = `must be a list of one or more of ${words(of)}, each once`;
    const list = v.array(v.picklist(of, `must be one of ${words(of)}`), message);
    return v.optional(
      v.pipe(
        list,
        v.minLength(1, message),
        v.check((chosen) => new Set(chosen).size === chosen.length, message),
      ),
      [...byDefault],
    );
  },
  texts: () =>
    v.optional(
      v.array(v.string("must be a text in quotes"), "must be a list in square brackets"),
      [],
    ),
  choice: ({ of, byDefault }) =>
    v.optional(v.picklist(of, `must be one of ${words(of)}`), byDefault),
  list: ({ entry }) => {
    const entries = Object.fromEntries(
      Object.entries(entry).map(([name, inner]) => [name, settingSchema(inner)]),
    );
    return v.optional(
      v.array(
        v.pipe(braces("must be settings in braces"), v.strictObject(entries, UNKNOWN_SETTING)),
        "must be a list in square brackets",
      ),
      [],
    );
  },
  codes: ({ of, byDefault = {} }) =>
    v.optional(
      v.pipe(
        braces("must be codes and what they mean, in braces"),
        v.record(v.string(), v.picklist(of, `must be one of ${words(of)}`)),
      ),
      { ...byDefault },
    ),
  group: (setting) => {
    const entries = Object.fromEntries(
      Object.entries(setting.settings).map(([name, inner]) => [name, settingSchema(inner)]),
    );
    return v.optional(
      v.pipe(braces("must be settings in braces"), v.strictObject(entries, UNKNOWN_SETTING)),
      defaultOf(setting) as Record<string, unknown>,
    );
  },
};

/** The valibot schema of a setting: checks it and fills in what is not given. */
export function settingSchema(setting: Setting): Check {
  const check = checks[setting.kind] as (setting: Setting) => Check;
  return check(setting);
}
