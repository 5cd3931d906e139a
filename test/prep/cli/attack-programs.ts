import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { bundleProgram, removeProgram, runProgram } from "../pipeline/command-line";
import { narrowNumbers, type Known } from "../publish/disclosure/ends";
import { withoutLateRecords } from "./attack-inputs";
import {
  hidden,
  knowledgeOf,
  shown,
  THRESHOLD,
  type Knowledge,
  type Profile,
} from "./attack-knowledge";

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
  const lastMonth = ["--as-at", "2025-11-30", "--no-report"];
  const year = ["--from", "2025-01-01", "--to", "2025-12-31"];
  const weeks = ["--from", "2025-09-01", "--to", "2025-12-28", "--by", "week"];
  const release = (out: string, command: string, ...options: string[]): void => {
    run(command, "in", "--out", out, "--profile", profile, ...options);
    run("release", "accept", out, "in");
  };

  /**
   * Last month's build, of records some of which came late; and with all of them two packs and this
   * month's build. Each is released before the next is
   * made, and each is made as it is in truth as well.
   */
  function publish(seed: number): void {
    const size = ["--people", String(people), "--years", "2", "--mental-health", "0"];
    run("sample", "in", ...size, "--seed", String(seed));
    run("build", "in", "--out", "in-truth", "--no-report");
    run("foi", "in", "--out", "pack-in-truth", "--profile", "internal", ...year);
    run("foi", "in", "--out", "weeks-in-truth", "--profile", "internal", ...weeks);
    const putBack = withoutLateRecords(place);
    run("build", "in", "--out", "last-in-truth", ...lastMonth);
    release("last", "build", ...lastMonth);
    putBack();
    release("pack", "foi", ...year);
    release("weeks", "foi", ...weeks);
    release("now", "build", "--no-report");
  }

  function attack({ numbers, names, sums, isHidden, revised, changes }: Knowledge): void {
    expect(isHidden.filter(Boolean).length).to.be.greaterThan(500);
    const printed = numbers.filter(
      ({ value, low, high }, i) => !isHidden[i] && value > 0 && high - low < THRESHOLD,
    );
    expect(printed.length, "numbers that are printed").to.be.greaterThan(100);
    expect(revised, "numbers that were revised").to.be.greaterThan(20);
    if (profile === "public")
      expect(
        changes.filter((change) => change < THRESHOLD),
        "changes of a few",
      ).to.deep.equal([]);
    const wanted = (one: number): number =>
      isHidden[one] && Number.isInteger(numbers[one].value) ? THRESHOLD : 0;
    const narrow = narrowNumbers(numbers, sums, { wanted, most: 10 });
    expect(
      narrow.map((one) => names[one]),
      "numbers that are too narrow",
    ).to.deep.equal([]);
    // The same attack is strong enough: it narrows much where small numbers alone are hidden.
    const unprotected = numbers.map(({ value }): Known => {
      const isSmall = value > 0 && value < THRESHOLD;
      const [low, high] = isSmall ? hidden(value, profile) : shown(value, profile);
      return { value, low: Math.min(low, value), high: Math.max(high, value) };
    });
    const fallen = narrowNumbers(unprotected, sums, {
      wanted: (one) =>
        unprotected[one].value > 0 && unprotected[one].value < THRESHOLD ? THRESHOLD : 0,
      most: 5,
    });
    expect(fallen.length).to.equal(5);
  }

  for (const seed of seeds)
    it(`narrows no hidden number of two builds and two packs below ${THRESHOLD} values (seed ${seed})`, () => {
      publish(seed);
      attack(knowledgeOf(place, profile));
    });
}
