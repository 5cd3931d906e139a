import { expect } from "chai";
import fc from "fast-check";
import { closeBrowser, openPackaged } from "../host";
import { faultOf, isPlain } from "./oracle";
import { drawnRows } from "./read-row";
import { shapes, viewOf, type Shape } from "./shape";

const SIZE = { width: 1700, height: 900 };

/** A shape without its order, for the message of a fault. */
const told = (shape: Shape): string => JSON.stringify({ ...shape, order: undefined });

/**
 * Draws so many tables of random shapes with the packaged visual and holds each row of a KPI
 * against its truth. Throws with the first shape whose row is wrong without a sign of doubt, or
 * doubtful without a reason.
 */
export async function drawLayouts(count: number, seed: number): Promise<void> {
  const opened = await openPackaged(SIZE);
  let plain = 0;
  try {
    for (const shape of fc.sample(shapes, { numRuns: count, seed })) {
      await opened.update({ dataViews: [viewOf(shape)] });
      const rows = await drawnRows(opened.frame);
      shape.kpis.forEach((kpi, index) => {
        const row = rows.find(({ name }) => name === kpi.name);
        const fault = faultOf(shape, index, row);
        if (isPlain(shape, index)) plain += 1;
        expect(fault, `${kpi.name}: ${JSON.stringify(row)} of ${told(shape)}`).to.equal(null);
      });
    }
    expect(opened.noise).to.deep.equal([]);
  } finally {
    await opened.page.close();
    await closeBrowser();
  }
  // A table that leaves no doubt has to be drawn with its figures: most of what this stands on.
  expect(plain).to.be.greaterThan(count / 2);
}
