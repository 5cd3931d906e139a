/** A setting, declared once: its check, the JSON Schema and the example of `init` come from it. */
export type Setting = { readonly description: string } & (
  | { readonly kind: "group"; readonly settings: Readonly<Record<string, Setting>> }
  /** Text of a pattern, or null. */
  | { readonly kind: "text"; readonly pattern: string; readonly allowed: string }
  /** ISO date, or null. */
  | { readonly kind: "date" }
  /** Month and day of any year, `02-15`. */
  | { readonly kind: "monthDay"; readonly byDefault: string }
  /** Path of a file, from the folder of the settings file, or null. */
  | { readonly kind: "path" }
  | {
      readonly kind: "whole";
      readonly from: number;
      readonly to: number;
      readonly byDefault: number;
    }
  | { readonly kind: "yesNo"; readonly byDefault: boolean }
  /** One or more of some words. */
  | {
      readonly kind: "choices";
      readonly of: readonly string[];
      readonly byDefault: readonly string[];
    }
  /** Texts of any number. */
  | { readonly kind: "texts" }
  /** One of some words. */
  | { readonly kind: "choice"; readonly of: readonly string[]; readonly byDefault: string }
  /** Entries that each have the same settings. */
  | { readonly kind: "list"; readonly entry: Readonly<Record<string, Setting>> }
  /** Codes to some words. */
  | {
      readonly kind: "codes";
      readonly of: readonly string[];
      readonly byDefault?: Readonly<Record<string, string>>;
    }
);

export type SettingOf<Kind extends Setting["kind"]> = Extract<Setting, { kind: Kind }>;

/** Settings as they are declared, by name. */
export type Declared = Readonly<Record<string, Setting>>;

/** What a setting of a kind holds; lists and groups hold what their own settings do. */
type ValueOf<S extends Setting> = S extends { readonly settings: infer G extends Declared }
  ? ValuesOf<G>
  : S extends { readonly entry: infer E extends Declared }
    ? readonly ValuesOf<E>[]
    : S extends { readonly kind: "codes"; readonly of: readonly (infer W)[] }
      ? Readonly<Record<string, W>>
      : S extends { readonly kind: "choices"; readonly of: readonly (infer W)[] }
        ? readonly W[]
        : S extends { readonly kind: "choice"; readonly of: readonly (infer W)[] }
          ? W
          : PlainValue[Extract<S["kind"], keyof PlainValue>];

interface PlainValue {
  readonly text: string | null;
  readonly date: string | null;
  readonly path: string | null;
  readonly monthDay: string;
  readonly whole: number;
  readonly yesNo: boolean;
}

/** The values of declared settings. */
export type ValuesOf<D extends Declared> = { readonly [N in keyof D]: ValueOf<D[N]> };

/** The value of a setting that is not given. */
export function defaultOf(setting: Setting): unknown {
  switch (setting.kind) {
    case "group":
      return Object.fromEntries(
        Object.entries(setting.settings).map(([name, inner]) => [name, defaultOf(inner)]),
      );
    case "text":
    case "date":
    case "path":
      return null;
    case "codes":
      return setting.byDefault ?? {};
    case "list":
    case "texts":
      return [];
    default:
      return setting.byDefault;
  }
}

/** What reads the settings that a collection declares out of all settings of a build. */
export const settingsOf =
  <const D extends Declared>(declared: D) =>
  (settings: object): ValuesOf<D> =>
    Object.fromEntries(
      Object.entries(declared).map(([name, one]) => [
        name,
        (settings as Readonly<Record<string, unknown>>)[name] ?? defaultOf(one),
      ]),
    ) as ValuesOf<D>;

export const wholeNumber = (
  description: string,
  byDefault: number,
  to: number,
): SettingOf<"whole"> => ({ kind: "whole", description, from: 1, to, byDefault });

export const dayOfYear = (description: string, byDefault: string): SettingOf<"monthDay"> => ({
  kind: "monthDay",
  description,
  byDefault,
});
