import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { bundleProgram, removeProgram, runProgram } from "../pipeline/command-line";
import type { FigureRow } from "../publish/disclosure/attack-figures";
import { narrowNumbers, type Known } from "../publish/disclosure/ends";
import {
  keyOf,
  sharesOf,
  sumsOf,
  sumsOfShares,
  toldByFigures,
  toldByPack,
  toldByWeeks,
  type Sum,
  type Told,
} from "../publish/disclosure/reader";

/** Counts below it are small, and a hidden count keeps as many possible values. */
const THRESHOLD = 5;
export type Profile = "public" | "nhs";
/** What a reader takes a published number to be. */
const shown = (value: number, profile: Profile): readonly [number, number] =>
  profile === "public" ? [value, value] : [Math.max(value - 2, THRESHOLD), value + 2];

/** What a reader takes a hidden number to be: none is zero in public, small ones are small. */
const hidden = (truth: number, profile: Profile): readonly [number, number] =>
  profile === "public"
    ? [Math.min(1, truth), Infinity]
    : [0, truth < THRESHOLD ? THRESHOLD - 1 : Infinity];

/** Councils that are attacked: how many people each knows, and the seeds of their samples. */
interface Attacked {
  readonly people: number;
  readonly seeds: readonly number[];
}

/** Attacks all that councils publish by a profile in two months. */
export function attackPrograms(
  this: Mocha.Suite,
  profile: Profile,
  { people, seeds }: Attacked,
): void {
  this.timeout(3_600_000);
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "attack-"));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const run = (...args: string[]): void => {
    const { status, stderr } = runProgram(place, [...args, "--quiet"]);
    if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")}: ${status} ${stderr}`);
  };
  const table = <Row>(path: string): Row[] =>
    parse(readFileSync(join(place, path)), { columns: true, bom: true });
  const ofBuild = (folder: string): Told[] =>
    toldByFigures(table<FigureRow>(`${folder}/star/kpi_value.csv`));
  const ofWeeks = (folder: string): Told[] => toldByWeeks(table(`${folder}/events-by-week.csv`));
  const ofPack = (folder: string): Told[] =>
    toldByPack(table(`${folder}/events-by-month.csv`), table(`${folder}/open-cases-by-month.csv`));

  const lastMonth = ["--as-at", "2025-11-30", "--no-report"];
  const year = ["--from", "2025-01-01", "--to", "2025-12-31"];
  const weeks = ["--from", "2025-09-01", "--to", "2025-12-28", "--by", "week"];

  /** Everything as it is, to tell what a reader is right about. */
  function makeTruth(seed: number): void {
    const size = ["--people", String(people), "--years", "2", "--mental-health", "0"];
    run("sample", "in", ...size, "--seed", String(seed));
    run("build", "in", "--out", "last-in-truth", ...lastMonth);
    run("build", "in", "--out", "in-truth", "--no-report");
    run("foi", "in", "--out", "pack-in-truth", "--profile", "internal", ...year);
    run("foi", "in", "--out", "weeks-in-truth", "--profile", "internal", ...weeks);
  }

  /** Last month's build, two packs and this month's build, each released before the next is made. */
  function release(): void {
    const steps = {
      last: ["build", ...lastMonth],
      pack: ["foi", ...year],
      weeks: ["foi", ...weeks],
      now: ["build", "--no-report"],
    };
    for (const [out, [command, ...options]] of Object.entries(steps)) {
      run(command, "in", "--out", out, "--profile", profile, ...options);
      run("release", "accept", out, "in");
    }
  }

  /** All numbers with what a reader of everything that was released knows of them, and the sums. */
  function knowledge(): { numbers: Known[]; sums: Sum[]; isHidden: boolean[] } {
    const truth = new Map<string, number>();
    const truths = [
      ...ofBuild("in-truth"),
      ...ofBuild("last-in-truth"),
      ...ofPack("pack-in-truth"),
      ...ofWeeks("weeks-in-truth"),
    ];
    const revised = new Set<string>();
    for (const one of truths) {
      const before = truth.get(keyOf(one));
      if (before !== undefined && before !== one.value) revised.add(keyOf(one));
      else truth.set(keyOf(one), one.value!);
    }
    expect(revised.size, "numbers that changed within a month").to.be.lessThan(truth.size / 20);
    const known = new Map<
      string,
      { told: Told; range: readonly [number, number] | null; isSecret: boolean }
    >();
    const released = [
      ...ofBuild("last"),
      ...ofPack("pack"),
      ...ofWeeks("weeks"),
      ...ofBuild("now"),
    ];
    for (const told of released) {
      const key = keyOf(told);
      // An internal build leaves out groups of nobody.
      if (!truth.has(key) && told.breakdown !== "all" && !told.value) truth.set(key, 0);
      if (revised.has(key) || !truth.has(key)) continue;
      const range = told.value === null ? null : shown(told.value, profile);
      const before = known.get(key);
      // A share goes with its small part: the other part may be told elsewhere.
      const isSecret = told.isCount || truth.get(key)! < THRESHOLD;
      known.set(key, {
        told,
        range: before?.range ?? range,
        isSecret:
          (before?.isSecret ?? false) || (isSecret && (profile === "nhs" || truth.get(key)! > 0)),
      });
    }
    const all = [...known.values()];
    const numbers = all.map(({ told, range }): Known => {
      const value = truth.get(keyOf(told))!;
      const [low, high] = range ?? hidden(value, profile);
      return { value, low, high };
    });
    const agreesWithTruth = ({ terms, isZero }: Sum): boolean => {
      const sum = [...terms].reduce((total, [one, by]) => total + by * numbers[one].value, 0);
      return isZero ? Math.abs(sum) < 1e-6 : sum > -1e-6;
    };
    const toldOfAll = all.map(({ told }) => told);
    // Percentages are exact beside exact numbers: they tell nothing more.
    const shares =
      profile === "public"
        ? []
        : ["last", "now"].flatMap((folder) =>
            sharesOf(table<FigureRow>(`${folder}/star/kpi_value.csv`)),
          );
    const claimed = [...sumsOf(toldOfAll), ...sumsOfShares(toldOfAll, shares)];
    const sums = claimed.filter(agreesWithTruth);
    expect(sums.length, "sums that hold").to.be.greaterThan(0.95 * claimed.length);
    return {
      numbers,
      sums,
      isHidden: all.map(({ range, isSecret }) => range === null && isSecret),
    };
  }

  const wantedOf =
    ({ numbers, isHidden }: Pick<ReturnType<typeof knowledge>, "numbers" | "isHidden">) =>
    (one: number): number =>
      isHidden[one] && Number.isInteger(numbers[one].value) ? THRESHOLD : 0;

  function attack(): void {
    const known = knowledge();
    const hiddenOnes = known.isHidden.filter(Boolean).length;
    expect(hiddenOnes).to.be.greaterThan(500);
    const printed = known.numbers.filter(
      ({ value, low, high }, i) => !known.isHidden[i] && value > 0 && high - low < THRESHOLD,
    );
    expect(printed.length, "numbers that are printed").to.be.greaterThan(100);
    const narrow = narrowNumbers(known.numbers, known.sums, { wanted: wantedOf(known), most: 10 });
    expect(narrow.length, "numbers that are too narrow").to.equal(0);
    // The same attack is strong enough: it narrows much where small numbers alone are hidden.
    const unprotected = known.numbers.map(({ value }): Known => {
      const isSmall = value > 0 && value < THRESHOLD;
      const [low, high] = isSmall ? hidden(value, profile) : shown(value, profile);
      return { value, low: Math.min(low, value), high: Math.max(high, value) };
    });
    const fallen = narrowNumbers(unprotected, known.sums, {
      wanted: (one) =>
        unprotected[one].value > 0 && unprotected[one].value < THRESHOLD ? THRESHOLD : 0,
      most: 5,
    });
    expect(fallen.length).to.equal(5);
  }

  for (const seed of seeds)
    it(`narrows no hidden number of two builds and two packs below ${THRESHOLD} values (seed ${seed})`, () => {
      makeTruth(seed);
      release();
      attack();
    });
}
