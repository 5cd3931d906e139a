import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const repository = fileURLToPath(new URL("../../", import.meta.url));

describe("the change that docs/add-an-indicator.md shows", () => {
  it("can be made in the code as it is", function () {
    if (spawnSync("git", ["--version"]).status !== 0) this.skip();
    const page = readFileSync(`${repository}docs/add-an-indicator.md`, "utf8");
    const change = /```diff\r?\n(diff --git [\s\S]*?)```/.exec(page)![1];
    const { status, stderr } = spawnSync("git", ["apply", "--check", "-"], {
      cwd: repository,
      input: change,
      encoding: "utf8",
    });
    expect([status, stderr]).to.deep.equal([0, ""]);
  });
});
