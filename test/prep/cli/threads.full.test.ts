import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect } from "chai";
import {
  bundleProgram,
  filesBelow,
  removeProgram,
  runProgram,
  writeFiles,
  type Run,
} from "../pipeline/command-line";
import { allFiles } from "../../../prep/sample/all-files";

/** Says on standard error what each helping thread hands over. */
const LISTENER = `
import { isMainThread, parentPort } from "node:worker_threads";
if (!isMainThread) {
  const post = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (message) => {
    process._rawDebug("handed over " + message.place);
    if (process.env.FAIL_THREADS) process.exit(3);
    post(message);
  };
}
`;

const size = { people: 30, years: 1, pupils: 20, mentalHealth: 20, board: true };

describe("builds of several authorities by threads", function () {
  this.timeout(600_000);
  const place = mkdtempSync(join(tmpdir(), "threads-"));
  const build = (out: string, threads: number, environment: NodeJS.ProcessEnv = {}): Run =>
    runProgram(
      place,
      ["build", "in", "--out", out, "--threads", String(threads), "--all-of", "QZZ"],
      {
        NODE_OPTIONS: `--import ${new URL(`file://${join(place, "listener.mjs")}`)}`,
        ...environment,
      },
    );
  /** Files by their path, without what differs between two runs: when they ran, and where. */
  const written = (out: string): Map<string, string> =>
    new Map(
      [...filesBelow(join(place, out))].map(([path, bytes]) => {
        const name = relative(join(place, out), path);
        if (name !== "manifest.json" && !name.endsWith("expressions.tmdl"))
          return [name, bytes.toString("latin1")];
        const text = bytes.toString("utf8").replaceAll(join(place, out), "");
        if (name !== "manifest.json") return [name, text.replaceAll(out, "")];
        const manifest = JSON.parse(text) as Record<string, unknown>;
        return [name, JSON.stringify({ ...manifest, run: null, files: null })];
      }),
    );
  let one: Run;

  before(async () => {
    await bundleProgram();
    mkdirSync(join(place, "in"));
    const files = Array.from(allFiles({ ...size, seed: 5, authorities: 3 }), (file) => ({
      ...file,
      name: `in/${file.name}`,
      chunks: [...file.chunks],
    }));
    writeFiles(place, [...files, { name: "listener.mjs", chunks: [Buffer.from(LISTENER)] }]);
    one = build("by-one", 1);
  });
  after(() => {
    rmSync(place, { recursive: true, force: true });
    removeProgram();
  });

  it("write the same bytes as one thread, and say the same", () => {
    const two = build("by-two", 2);
    expect(two.status, two.stderr).to.equal(0);
    expect(two.stderr).to.include("handed over");
    expect(one.stderr).not.to.include("handed over");
    const [by1, by2] = [written("by-one"), written("by-two")];
    expect([...by2.keys()]).to.deep.equal([...by1.keys()]);
    for (const [name, text] of by1) expect(by2.get(name) === text, name).to.equal(true);
    expect(two.stdout.replaceAll("by-two", "by-one")).to.equal(one.stdout);
  });

  it("write them too where a thread ends before its work", () => {
    const failed = build("by-failing", 2, { FAIL_THREADS: "1" });
    expect(failed.status, failed.stderr).to.equal(0);
    expect(failed.stderr).to.include("handed over");
    const values = (out: string) => readFileSync(join(place, out, "star/kpi_value.csv"), "utf8");
    expect(values("by-failing") === values("by-one")).to.equal(true);
  });

  it("say what is wrong as one thread does", () => {
    const saidBy = (threads: number): Run =>
      runProgram(place, [
        ...["build", "in", "--out", "none", "--threads", String(threads)],
        ...["--authority", "999", "--authority", "000"],
      ]);
    const [by1, by2] = [saidBy(1), saidBy(2)];
    expect(by2.status).to.equal(by1.status);
    expect(by1.stderr).to.include("No authority has the number 000");
    expect(by2.stderr).to.include("No authority has the number 000");
  });
});
