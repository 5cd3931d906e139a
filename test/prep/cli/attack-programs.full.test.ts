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
  sumsOf,
  toldByFigures,
  toldByPack,
  type Sum,
  type Told,
} from "../publish/disclosure/reader";

/** Counts below it are small, and a hidden count keeps as many possible values. */
const THRESHOLD = 5;
type Profile = "public" | "nhs";
/** By profile, the seeds of the samples that are attacked. */
const ATTACKED: readonly (readonly [Profile, readonly number[]])[] = [["public", [1]]];

/** What a reader takes a published number to be. */
const shown = (value: number, profile: Profile): readonly [number, number] =>
  profile === "public" ? [value, value] : [Math.max(value - 2, THRESHOLD), value + 2];

/** What a reader takes a hidden number to be: none is zero in public, small ones are small. */
const hidden = (truth: number, profile: Profile): readonly [number, number] =>
  profile === "public"
    ? [Math.min(1, truth), Infinity]
    : [0, truth < THRESHOLD ? THRESHOLD - 1 : Infinity];

describe("an attack on whole programs", function () {
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
  const ofPack = (folder: string): Told[] =>
    toldByPack(table(`${folder}/events-by-month.csv`), table(`${folder}/open-cases-by-month.csv`));

  /** Last month's build, a pack and this month's build, each released before the next is made. */
  function release(profile: Profile): void {
    const lastMonth = ["--as-at", "2025-11-30", "--no-report"];
    run("build", "in", "--out", "last", "--profile", profile, ...lastMonth);
    run("release", "accept", "last", "in");
    const year = ["--from", "2025-01-01", "--to", "2025-12-31"];
    run("foi", "in", "--out", "pack", "--profile", profile, ...year);
    run("release", "accept", "pack", "in");
    run("build", "in", "--out", "now", "--profile", profile, "--no-report");
    run("build", "in", "--out", "last-in-truth", ...lastMonth);
    run("build", "in", "--out", "in-truth", "--no-report");
    run("foi", "in", "--out", "pack-in-truth", "--profile", "internal", ...year);
  }

  /** All numbers with what a reader of everything that was released knows of them, and the sums. */
  function knowledge(profile: Profile): { numbers: Known[]; sums: Sum[]; isHidden: boolean[] } {
    const truth = new Map<string, number>();
    const truths = [
      ...ofBuild("in-truth"),
      ...ofBuild("last-in-truth"),
      ...ofPack("pack-in-truth"),
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
    for (const told of [...ofBuild("last"), ...ofPack("pack"), ...ofBuild("now")]) {
      const key = keyOf(told);
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
    const claimed = sumsOf(all.map(({ told }) => told));
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

  for (const [profile, seeds] of ATTACKED)
    for (const seed of seeds)
      it(`narrows no hidden number of two builds and a pack below ${THRESHOLD} values (${profile}, seed ${seed})`, () => {
        run(
          "sample",
          "in",
          "--people",
          "70",
          "--years",
          "2",
          "--mental-health",
          "0",
          "--seed",
          String(seed),
        );
        release(profile);
        const known = knowledge(profile);
        expect(known.isHidden.filter(Boolean).length).to.be.greaterThan(500);
        expect(known.isHidden.filter((one) => !one).length).to.be.greaterThan(100);
        const narrow = narrowNumbers(known.numbers, known.sums, {
          wanted: wantedOf(known),
          most: 10,
        });
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
          most: 20,
        });
        expect(fallen.length).to.equal(20);
      });
});
