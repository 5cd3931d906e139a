import { expect } from "chai";
import { showProgress } from "../../../prep/cli/progress";

function recorder(terminal: { isTTY?: boolean; columns?: number }) {
  const clock = { now: 0 };
  const written: string[] = [];
  const display = showProgress(
    { ...terminal, write: (text: string) => written.push(text) },
    () => clock.now,
  );
  return { ...display, clock, written };
}

describe("progress", () => {
  it("is plain lines elsewhere: begin, now and then, and the last counts of each stage", () => {
    const { progress, end, clock, written } = recorder({});
    for (let done = 0; done <= 25_000; done += 1000) {
      clock.now = done;
      progress("Reading", done, 30_000);
    }
    progress("Counting", 0, null);
    progress("Counting", 12_345, null);
    end();
    end();
    expect(written.join("")).to.equal(
      "Reading: 0 of 30,000\nReading: 10,000 of 30,000\nReading: 20,000 of 30,000\nReading: 25,000 of 30,000\nCounting: 0\nCounting: 12,345\n",
    );
  });

  it("is one updating line on a terminal, cut to its width, at most ten times a second, and gone at the end", () => {
    const { progress, end, clock, written } = recorder({ isTTY: true, columns: 20 });
    for (let done = 1; done <= 500; done++) {
      clock.now = done;
      progress("Reading", done, 30_000);
    }
    end();
    const clear = "\r\x1b[2K";
    expect(written).to.deep.equal([
      ...[1, 101, 201, 301, 401].map(
        (done) => `${clear}${`Reading: ${done} of 30,000`.slice(0, 19)}`,
      ),
      clear,
    ]);
  });

  it("writes nothing when nothing was done", () => {
    const { end, written } = recorder({ isTTY: true });
    end();
    expect(written).to.deep.equal([]);
  });
});
