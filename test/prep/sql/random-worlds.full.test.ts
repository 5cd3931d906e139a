import { expect } from "chai";
import { differences } from "./figures";
import { randomWorld } from "./random-worlds";
import { figuresOfStar, printedJob, type DuckdbJob } from "./two-engines";

/** How many worlds are tried: 200 and more by hand, with SEND_TEST_WORLDS. */
const WORLDS = Number(process.env.SEND_TEST_WORLDS ?? 12);
const asked = process.env.SEND_TEST_SEED ?? "1";
const FIRST = asked === "new" ? Math.floor(Math.random() * 1e9) : Number(asked);

describe("the figures of the printed SQL, of small extracts with accidents", function () {
  this.timeout(60_000 * WORLDS);
  let job: DuckdbJob;
  before(() => {
    job = printedJob();
  });
  after(() => job.remove());

  it(`are those of the star in ${WORLDS} of them`, async () => {
    const wrong: string[] = [];
    let compared = 0;
    for (let seed = FIRST; seed < FIRST + WORLDS; seed++) {
      const files = randomWorld(seed);
      const star = await figuresOfStar(files);
      compared += star.length;
      wrong.push(
        ...differences(star, await job.figures(files))
          .slice(0, 3)
          .map((one) => `world ${seed}: ${one}`),
      );
    }
    expect(wrong.slice(0, 40)).to.deep.equal([]);
    expect(compared).to.be.above(500 * WORLDS);
  });
});
