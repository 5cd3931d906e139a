import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { rename } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { publishFolder } from "../../../../prep/cli/files/folder";
import { OutputError } from "../../../../prep/publish/output-error";
import { writeVersion } from "./write-version";

const killedRun = fileURLToPath(new URL("./killed-run.ts", import.meta.url));
const files = ["checks/findings.csv", "manifest.json", "star/need.csv", "star/plan.csv"];

describe("the output folder", () => {
  let place: string;
  let out: string;
  const read = (path: string): string => readFileSync(join(out, path), "utf8");
  const listed = (folder = out): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll("\\", "/"),
      )
      .sort();
  const publish = (version: string): ReturnType<typeof publishFolder> =>
    publishFolder(out, (output) => writeVersion(output, version));
  const failure = async (promise: Promise<unknown>): Promise<Error> =>
    promise.then(
      () => expect.fail("nothing was thrown"),
      (error: Error) => error,
    );

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "publish-"));
    out = join(place, "out");
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it("is written whole, with the size and hash of each file, and replaced whole", async () => {
    const first = await publish("one");
    expect(first.kept).to.deep.equal([]);
    expect(first.files.map(({ path, bytes }) => [path, bytes]).slice(0, 3)).to.deep.equal([
      ["star/plan.csv", 6],
      ["star/need.csv", 6],
      ["checks/findings.csv", 6],
    ]);
    expect(first.files[0].sha256).to.equal(
      "4601c46d355856bb6a42bd47ce94455da93bd688be342b0fde314381b9533948",
    );
    const second = await publish("two");
    expect(second.kept).to.deep.equal([]);
    expect(listed()).to.deep.equal(files);
    expect(read("star/need.csv")).to.equal("twotwo");
    expect(readdirSync(place)).to.deep.equal(["out"]);
  });

  it("drops files of ours that are no longer written", async () => {
    await publishFolder(out, async (output) => {
      await output.write("star/gone.csv", [new Uint8Array(3)]);
      await writeVersion(output, "one");
    });
    await publish("two");
    expect(listed()).to.deep.equal(files);
  });

  it("keeps and reports what it did not write, and what someone changed", async () => {
    await publish("one");
    mkdirSync(join(out, "notes/empty"), { recursive: true });
    writeFileSync(join(out, "notes/mine.txt"), "mine");
    writeFileSync(join(out, "star/report.pbix"), "report");
    writeFileSync(join(out, "checks/findings.csv"), "with my comments");
    symlinkSync(place, join(out, "link"));
    const { kept } = await publish("two");
    expect(kept).to.deep.equal(["checks/findings.csv.kept", "link", "notes", "star/report.pbix"]);
    expect([
      read("notes/mine.txt"),
      read("star/report.pbix"),
      read("checks/findings.csv.kept"),
      read("checks/findings.csv"),
    ]).to.deep.equal(["mine", "report", "with my comments", "twotwo"]);
    expect(existsSync(join(out, "notes/empty"))).to.equal(true);
    expect((await publish("three")).kept).to.deep.equal([
      "checks/findings.csv.kept",
      "link",
      "notes",
      "star/report.pbix",
    ]);
  });

  it("keeps everything of a folder that was never ours, names that collide included", async () => {
    mkdirSync(join(out, "star"), { recursive: true });
    writeFileSync(join(out, "manifest.json"), '{"name":"someone else"}');
    writeFileSync(join(out, "star/plan.csv"), "theirs");
    expect((await publish("one")).kept).to.deep.equal(["manifest.json.kept", "star/plan.csv.kept"]);
    expect([read("star/plan.csv.kept"), read("star/plan.csv")]).to.deep.equal(["theirs", "oneone"]);
  });

  it("does not believe a manifest that points outside the folder", async () => {
    await publish("one");
    writeFileSync(join(place, "outside.txt"), "");
    const manifest = JSON.parse(read("manifest.json"));
    manifest.files.push({
      path: "../outside.txt",
      bytes: 0,
      sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    });
    writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest));
    await publish("two");
    expect(existsSync(join(place, "outside.txt"))).to.equal(true);
  });

  it("stays as it was when writing fails", async () => {
    await publish("one");
    const error = await failure(
      publishFolder(out, (output) =>
        writeVersion(output, "two", () => {
          throw new Error("no such thing");
        }),
      ),
    );
    expect(error.message).to.equal("no such thing");
    expect(read("star/need.csv")).to.equal("oneone");
    expect(readdirSync(place)).to.deep.equal(["out"]);
  });

  for (const point of [
    "writing",
    "before rename 1",
    "after rename 1",
    "before rename 2",
    "after rename 2",
  ]) {
    it(`is whole when the run is killed: ${point}`, async () => {
      await publish("old");
      writeFileSync(join(out, "mine.txt"), "mine");
      const { signal } = spawnSync(process.execPath, ["--import", "tsx", killedRun, out, point]);
      expect(signal).to.equal("SIGKILL");
      const whole = existsSync(out) ? out : join(place, ".out.send-scorecard-old");
      const version = point === "after rename 2" ? "new" : "old";
      for (const file of files.filter((name) => name !== "manifest.json"))
        expect(readFileSync(join(whole, file), "utf8")).to.equal(version + version);
      expect(whole === out).to.equal(!["after rename 1", "before rename 2"].includes(point));
      await publish("next");
      expect(listed()).to.deep.equal([...files, "mine.txt"].sort());
      expect(read("star/plan.csv")).to.equal("nextnext");
      expect(readdirSync(place)).to.deep.equal(["out"]);
    });
  }

  it("is tried again while a program has it open, then says so and is as it was", async () => {
    await publish("one");
    const busy = (times: number) => {
      let left = times;
      return async (from: string, to: string): Promise<void> => {
        if (left-- > 0) throw Object.assign(new Error("busy"), { code: "EBUSY" });
        await rename(from, to);
      };
    };
    await publishFolder(out, (output) => writeVersion(output, "two"), {
      rename: busy(3),
      delays: [1, 1, 1],
    });
    expect(read("star/plan.csv")).to.equal("twotwo");
    const error = await failure(
      publishFolder(out, (output) => writeVersion(output, "three"), {
        rename: busy(4),
        delays: [1, 1, 1],
      }),
    );
    expect(error).to.be.instanceOf(OutputError);
    expect(error.message).to.match(/could not be replaced and is as it was.*Close it/);
    expect(read("star/plan.csv")).to.equal("twotwo");
    expect(readdirSync(place)).to.deep.equal(["out"]);
  });

  it("refuses while another run is writing it, and takes over when that run is dead", async () => {
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await publish("one");
    writeFileSync(join(place, ".out.send-scorecard-lock"), `${other.pid} ${hostname()}\n`);
    expect((await failure(publish("two"))).message).to.match(/Another run is writing .*out/);
    other.kill("SIGKILL");
    await once(other, "exit");
    await publish("three");
    expect(read("star/plan.csv")).to.equal("threethree");
  });

  for (const [left, lock, age] of [
    ["an empty lock", "", 60],
    ["a lock whose process number is in use again", `${process.pid} ${hostname()} 1000 aa\n`, 0],
    [
      "a lock of an older version whose process number is in use again",
      `${process.pid} ${hostname()}\n`,
      90_000,
    ],
    ["a lock that another machine left days ago", "4711 another-machine 1000 aa\n", 2 * 86_400],
    ["a lock of a process that is gone", `2147480000 ${hostname()} 1000 aa\n`, 0],
  ] as const)
    it(`goes on by itself over ${left}`, async () => {
      await publish("one");
      const path = join(place, ".out.send-scorecard-lock");
      writeFileSync(path, lock);
      const then = Date.now() / 1000 - age;
      utimesSync(path, then, then);
      await publish("two");
      expect(read("star/plan.csv")).to.equal("twotwo");
      expect(readdirSync(place)).to.deep.equal(["out"]);
    });

  it("waits for nobody: a lock of another machine made just now is respected", async () => {
    await publish("one");
    writeFileSync(join(place, ".out.send-scorecard-lock"), "4711 another-machine 1000 aa\n");
    expect((await failure(publish("two"))).message).to.match(/Another run is writing .*out/);
    expect(read("star/plan.csv")).to.equal("oneone");
  });

  it("is followed where it is a link, and refused where it is a file", async () => {
    await publish("one");
    renameSync(out, join(place, "real"));
    symlinkSync(join(place, "real"), out, "junction");
    await publish("two");
    expect(readFileSync(join(place, "real/star/plan.csv"), "utf8")).to.equal("twotwo");
    writeFileSync(join(place, "file"), "");
    expect((await failure(publishFolder(join(place, "file"), async () => {}))).message).to.match(
      /is a file/,
    );
    expect(
      (await failure(publishFolder(join(place, "file/below"), async () => {}))).message,
    ).to.match(/file could not be written: a file has that name/);
  });
});
