import { expect } from "chai";
import { distortions } from "./distortions/all";
import { knownWorld, trialOf, wrongIn } from "./many-trials";
import type { KnownWorld } from "./try-distortion";
import { worldMakers } from "./worlds";

const SEED = 1;

/**
 * A few distortions of each kind, by the world that they are tried in; all of them, over and over,
 * are a test of their own.
 */
const quick: Readonly<Record<keyof typeof worldMakers, readonly string[]>> = {
  returnAsXml: ["UTF-16, little end first", "a namespace of its own", "fields in another order"],
  returnAsCollect: [
    "zip with an entry twice",
    "columns in another order",
    "semicolons",
    "dates as 16/01/25",
    "flags as Y and N",
    "cut within the headings",
  ],
  censusAsXml: ["Windows-1252", "blank lines before the declaration"],
  censusAsCollect: [
    "a file and its zip",
    "title lines and a blank line",
    "dates as Excel's numbers",
    "codes as 1.0",
  ],
  mentalHealth: ["tabs", "codes that lost their zeros", "ids as 4.61169E+18"],
  board: [
    "a file given twice",
    "cells shown as per cent",
    "error cells",
    "suppression signs in cells",
    "a second table in the sheet",
    "bands in place of numbers",
    "periods that nobody can read",
    "numbers with words",
    "signs that nobody knows",
  ],
};

/** Trials that once found a wrong figure: the world, its seed and the distortions. */
const found: readonly (readonly [keyof typeof worldMakers, number, readonly string[]])[] = [
  ["mentalHealth", 8, ["dates cut to a month", "hashes in place of dates"]],
];

const named = (name: string): number => distortions.findIndex((known) => known.name === name);

describe("a distorted file", () => {
  it("is one of many kinds, each with a name of its own", () => {
    expect(new Set(distortions.map(({ name }) => name)).size).to.equal(distortions.length);
  });

  for (const [name, wanted] of Object.entries(quick))
    describe(name, () => {
      let world: KnownWorld;
      before(async () => {
        world = await knownWorld(worldMakers[name as keyof typeof quick], SEED);
        expect(world.figures.size).to.be.above(40);
      });
      for (const one of wanted)
        it(`gives no wrong figure: ${one}`, async () => {
          const trial = trialOf(world, distortions[named(one)], 1);
          expect(trial, "something to distort").to.not.equal(undefined);
          expect(await wrongIn(trial!)).to.equal("");
        });
    });

  for (const [name, seed, wanted] of found)
    it(`gives no wrong figure again: ${name} ${seed}, ${wanted.join(" and ")}`, async () => {
      const world = await knownWorld(worldMakers[name], seed);
      for (const at of wanted.map(named))
        expect(await wrongIn(trialOf(world, distortions[at], at + 1)!)).to.equal("");
    });
});
