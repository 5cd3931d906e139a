import { expect } from "chai";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { findBrowser } from "../../scripts/browser.mjs";
import { reference } from "./host";

/**
 * Share of pixels that may differ: edges of letters and lines are drawn a little differently by
 * each graphics card.
 */
const TOLERANCE = 0.004;

/** Whether this machine draws with the browser that the committed pictures are of; else says so. */
export async function isComparable(): Promise<boolean> {
  const { bundled } = await findBrowser();
  if (!bundled)
    console.log(
      "      skipped: the committed pictures are of the browser that npm brings, which this machine does not use",
    );
  return bundled;
}

/** Holds a picture to the committed one of its name. */
export function expectPicture(name: string, picture: Buffer): void {
  const expected = reference(`pictures/${name}.png`, picture);
  if (expected === null) return;
  const [made, wanted] = [PNG.sync.read(picture), PNG.sync.read(expected)];
  expect([made.width, made.height]).to.deep.equal([wanted.width, wanted.height]);
  const differing = pixelmatch(made.data, wanted.data, undefined, made.width, made.height, {
    threshold: 0.2,
  });
  expect(differing / (made.width * made.height), "share of pixels that differ").to.be.at.most(
    TOLERANCE,
  );
}
