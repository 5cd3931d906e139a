import fc from "fast-check";

// Loaded before the tests. Random data are the same in each run, so that a change and nothing else
// makes a test fail; SEND_TEST_SEED=new rolls new
// ones, and a number repeats what a run with it did. Karma's bundle has the variable written in.
const asked = process.env.SEND_TEST_SEED ?? "";
const seed =
  asked === "new"
    ? Math.floor(Math.random() * 0x7fffffff)
    : asked === ""
      ? 20_260_101
      : Number(asked);
if (!Number.isInteger(seed)) throw new Error("SEND_TEST_SEED is a whole number, or new.");
if (asked !== "") console.log(`Random data of seed ${seed}`);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
