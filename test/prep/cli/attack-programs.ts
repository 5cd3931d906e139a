import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { bundleProgram, removeProgram, runProgram } from "../pipeline/command-line";
import { narrowNumbers, type Known } from "../publish/disclosure/ends";
import {
  hidden,
  inTruth,
  knowledgeOf,
  shown,
  THRESHOLD,
  type Knowledge,
  type Output,
  type Profile,
} from "./attack-knowledge";

/** What a council publishes: the outputs in their order, of a sample of so many people. */
export interface Publications {
  readonly outputs: readonly Output[];
  /** Options of the sample that is published. */
  readonly sample: readonly string[];
  /** Puts the extracts into a state; the folder is that of the test. */
  readonly enter?: (state: number, place: string) => void;
  /** Numbers that are other ones in a state than in the state before: more than so many. */
  readonly revisedAbove?: number;
}

/** Seeds of the samples: those that `SEND_TEST_SEEDS` has, such as `1,2,3`; else the first. */
const seeds = (process.env.SEND_TEST_SEEDS ?? "1").split(",").map(Number);

/**
 * Each output is released before the next is made, and each is made as it is in truth as well:
 * internal builds and packs of the same state, with the same options.
 */
function publish(
  place: string,
  profile: Profile,
  { outputs, sample, enter }: Publications,
  seed: number,
): void {
  const run = (...args: string[]): void => {
    const { status, stderr } = runProgram(place, [...args, "--quiet"]);
    if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")}: ${status} ${stderr}`);
  };
  run("sample", "in", ...sample, "--seed", String(seed));
  let state = -1;
  for (const output of outputs) {
    if (output.state !== state) enter?.(output.state, place);
    ({ state } = output);
    const { name, command, options, isAside } = output;
    const report = command === "build" ? ["--no-report"] : [];
    const asked = [command, "in", ...options, ...report];
    run(...asked, "--out", inTruth(output), "--profile", "internal");
    if (isAside) continue;
    run(...asked, "--out", name, "--profile", profile);
    run("release", "accept", name, "in");
  }
}

function attack(
  profile: Profile,
  { numbers, names, sums, isHidden, revised, changes }: Knowledge,
  revisedAbove: number,
): void {
  expect(isHidden.filter(Boolean).length).to.be.greaterThan(500);
  const printed = numbers.filter(
    ({ value, low, high }, i) => !isHidden[i] && value > 0 && high - low < THRESHOLD,
  );
  expect(printed.length, "numbers that are printed").to.be.greaterThan(100);
  expect(revised, "numbers that were revised").to.be.at.least(revisedAbove);
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

/** Attacks all that a council publishes by a profile. */
export function attackPrograms(
  this: Mocha.Suite,
  profile: Profile,
  publications: Publications,
): void {
  this.timeout(3_600_000);
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "attack-"));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  for (const seed of seeds)
    it(`narrows no hidden number below ${THRESHOLD} values (seed ${seed})`, () => {
      publish(place, profile, publications, seed);
      const { outputs, revisedAbove = 0 } = publications;
      attack(profile, knowledgeOf(place, profile, outputs), revisedAbove);
    });
}
