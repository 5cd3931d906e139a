import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import type { FigureRow } from "../publish/disclosure/attack-figures";
import type { Known } from "../publish/disclosure/ends";
import {
  keyOf,
  sharesOf,
  sumsOf,
  toldByFigures,
  toldByPack,
  toldByWeeks,
  unknownGroupsOf,
  type Share,
  type Sum,
  type Told,
} from "../publish/disclosure/reader";

/** Counts below it are small, and a hidden count keeps as many possible values. */
export const THRESHOLD = 5;
export type Profile = "public" | "nhs";

/** What a reader takes a published number to be. */
export const shown = (value: number, profile: Profile): readonly [number, number] =>
  profile === "public" ? [value, value] : [Math.max(value - 2, THRESHOLD), value + 2];

/** What a reader takes a hidden number to be: none is zero in public, small ones are small. */
export const hidden = (truth: number, profile: Profile): readonly [number, number] =>
  profile === "public"
    ? [Math.min(1, truth), Infinity]
    : [0, truth < THRESHOLD ? THRESHOLD - 1 : Infinity];

/** An output of a council: what it is called, and how it is asked for. */
export interface Output {
  /** Its folder; the same as it is in truth is beside it. */
  readonly name: string;
  readonly command: "build" | "foi";
  readonly options: readonly string[];
  /** Outputs of one state of the extracts count the same records. */
  readonly state: number;
  /** It is made in truth alone: numbers of it are what others are sums of. */
  readonly isAside?: boolean;
}

/** Where an output is as it is in truth. */
export const inTruth = ({ name }: Output): string => `${name}-in-truth`;

/** Outputs of one state of the extracts, and the same outputs as they are in truth. */
interface World {
  readonly released: readonly Told[];
  readonly truth: ReadonlyMap<string, number>;
  /** Folders of builds, whose percentages are read. */
  readonly builds: readonly string[];
}

/** What a reader of everything that was released knows of all numbers, and the sums. */
export interface Knowledge {
  readonly numbers: readonly Known[];
  /** By number: what it is of. */
  readonly names: readonly string[];
  readonly sums: readonly Sum[];
  /** By number: it is hidden, and must stay so. */
  readonly isHidden: readonly boolean[];
  /** Numbers that are other ones in a state than in the state before. */
  readonly revised: number;
  /** How far numbers that were printed of two states lie apart, where they differ. */
  readonly changes: readonly number[];
}

/** Reads tables of outputs below a folder. */
export const tablesBelow =
  (place: string) =>
  <Row>(path: string): Row[] =>
    parse(readFileSync(join(place, path)), { columns: true, bom: true });

const truthOf = (told: readonly Told[]): Map<string, number> =>
  new Map(told.map((one) => [keyOf(one), one.value!]));

/** By state: what was released of it, and how it is in truth. */
function worldsOf(place: string, outputs: readonly Output[]): readonly World[] {
  const table = tablesBelow(place);
  const told = ({ command, options }: Output, folder: string): Told[] => {
    if (command === "build") return toldByFigures(table<FigureRow>(`${folder}/star/kpi_value.csv`));
    if (options.includes("week")) return toldByWeeks(table(`${folder}/events-by-week.csv`));
    const open = table<Record<string, string>>(`${folder}/open-cases-by-month.csv`);
    return toldByPack(table(`${folder}/events-by-month.csv`), open);
  };
  const states = [...new Set(outputs.map(({ state }) => state))].sort((a, b) => a - b);
  return states.map((state) => {
    const mine = outputs.filter((output) => output.state === state);
    return {
      released: mine.flatMap((output) =>
        output.isAside
          ? told(output, inTruth(output)).map((one) => ({ ...one, value: null, isAside: true }))
          : told(output, output.name),
      ),
      truth: truthOf(mine.flatMap((output) => told(output, inTruth(output)))),
      builds: mine.flatMap(({ name, command }) => (command === "build" ? [name] : [])),
    };
  });
}

/** A number while it is being put together. */
interface Drafted {
  readonly name: string;
  readonly value: number;
  range: readonly [number, number] | null;
  isSecret: boolean;
}

/** A map of numbers by key and truth: one that was not revised is the same in both months. */
function numbersOf(worlds: readonly World[], profile: Profile) {
  const all: Drafted[] = [];
  const place = new Map<string, number>();
  const truthIn = ({ truth }: World, told: Told): number | undefined =>
    // An internal build leaves out groups of nobody.
    truth.get(keyOf(told)) ?? (told.breakdown !== "all" && !told.value ? 0 : undefined);
  const told = worlds.map((world) => {
    const byKey = new Map<string, { told: Told; number: number }>();
    for (const one of world.released) {
      const value = truthIn(world, one);
      if (value === undefined) continue;
      const name = `${keyOf(one)} = ${value}`;
      const number = place.get(name) ?? all.length;
      if (number === all.length) {
        place.set(name, number);
        all.push({ name, value, range: null, isSecret: false });
      }
      const known = all[number];
      known.range ??= one.value === null ? null : shown(one.value, profile);
      // A share goes with its small part: the other part may be told elsewhere.
      const isSecret = one.isCount || value < THRESHOLD;
      known.isSecret ||= Boolean(isSecret && !one.isAside && (profile === "nhs" || value > 0));
      byKey.set(keyOf(one), { told: one, number });
    }
    return byKey;
  });
  return { all, told };
}

/**
 * What a whole percentage tells of each of its two numbers: of all pairs that give it, the least and
 * the most. What it tells of both together is not promised.
 */
function narrowByShare(
  { numerator, denominator, percent }: Share,
  drafted: (key: string) => Drafted | undefined,
): void {
  const [top, bottom] = [drafted(numerator), drafted(denominator)];
  if (!top?.range || !bottom?.range) return;
  const pairs: [number, number][] = [];
  for (let a = top.range[0]; a <= top.range[1]; a++)
    for (let b = bottom.range[0]; b <= bottom.range[1]; b++)
      if (Math.floor((100 * a) / b + 0.5) === percent) pairs.push([a, b]);
  if (pairs.length === 0) return;
  [top, bottom].forEach((one, i) => {
    const ends = pairs.map((pair) => pair[i]);
    one.range = [Math.min(...ends), Math.max(...ends)];
  });
}

/** All that a reader of outputs knows. */
export function knowledgeOf(
  place: string,
  profile: Profile,
  outputs: readonly Output[],
): Knowledge {
  const table = tablesBelow(place);
  const worlds = worldsOf(place, outputs);
  const { all, told } = numbersOf(worlds, profile);
  // Percentages are exact beside exact numbers: they tell nothing more.
  if (profile === "nhs")
    worlds.forEach(({ builds }, world) => {
      for (const folder of builds)
        for (const share of sharesOf(table<FigureRow>(`${folder}/star/kpi_value.csv`)))
          narrowByShare(share, (key) => all[told[world].get(key)?.number ?? -1]);
    });
  const numbers = all.map(({ value, range }): Known => {
    const [low, high] = range ?? hidden(value, profile);
    return { value, low, high };
  });
  const sums = worlds.flatMap((_, world) => {
    const list = [...told[world].values()];
    const toldHere = list.map((one) => one.told);
    const unknown = unknownGroupsOf(
      worlds[world].builds.flatMap((folder) => table<FigureRow>(`${folder}/star/kpi_value.csv`)),
    );
    return sumsOf(toldHere, unknown).map(({ terms, ...sum }): Sum => ({
      ...sum,
      terms: new Map([...terms].map(([one, by]) => [list[one].number, by])),
    }));
  });
  const agreesWithTruth = ({ terms, isZero }: Sum): boolean => {
    const sum = [...terms].reduce((total, [one, by]) => total + by * numbers[one].value, 0);
    return isZero ? Math.abs(sum) < 1e-6 : sum > -1e-6;
  };
  const agreeing = sums.filter(agreesWithTruth);
  expect(agreeing.length, "sums that hold").to.be.greaterThan(0.95 * sums.length);
  const revised = told.slice(1).flatMap((later, i) =>
    [...told[i]].flatMap(([key, { number }]) => {
      const now = later.get(key);
      return now === undefined || now.number === number ? [] : [[number, now.number] as const];
    }),
  );
  return {
    numbers,
    names: all.map(({ name }) => name),
    sums: agreeing,
    isHidden: all.map(({ range, isSecret }) => range === null && isSecret),
    revised: revised.length,
    changes: revised
      .filter((both) => both.every((one) => all[one].range !== null))
      .map(([last, now]) => Math.abs(numbers[last].value - numbers[now].value)),
  };
}
