import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { writeVisualRepository } from "../../scripts/certification.mjs";
import { packageVisual } from "../../scripts/package.mjs";
import { readPackage } from "../../scripts/read-package.mjs";

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

describe("the repository of the visual alone", function () {
  this.timeout(600_000);
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "visual-alone-"));
    await writeVisualRepository(folder);
    symlinkSync(modules, join(folder, "node_modules"), "junction");
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, HOME: folder, USERPROFILE: folder },
    });

  it("has the files that certification asks for, and no other visual, build or test", () => {
    expect(readdirSync(folder).sort()).to.deep.equal([
      ".gitignore",
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "SECURITY.md",
      "assets",
      "capabilities.json",
      "eslint.config.mjs",
      "node_modules",
      "package.json",
      "pbiviz.json",
      "scripts",
      "src",
      "stringResources",
      "style",
      "tsconfig.json",
    ]);
    const { scripts, devDependencies } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    ) as { scripts: Record<string, string>; devDependencies: Record<string, string> };
    expect(scripts).to.have.keys("eslint", "package");
    for (const [name, version] of Object.entries(devDependencies))
      expect(version, name).to.match(/^\d+\.\d+\.\d+$/);
  });

  it("is lint clean and packages what we ship", async () => {
    const lint = run(join(modules, "eslint/bin/eslint.js"), ".");
    expect(lint.status, String(lint.stdout)).to.equal(0);
    const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      scripts: { package: string };
    };
    const [, ...build] = scripts.package.split(" ");
    run(...build, "--no-stats", "--skip-api");
    const made = readdirSync(join(folder, "dist")).find((name) => name.endsWith(".pbiviz"))!;
    const alone = readPackage(join(folder, "dist", made));
    const ours = readPackage((await packageVisual()).file);
    for (const part of ["capabilities", "stringResources", "visual"] as const)
      expect(alone[part], part).to.deep.equal(ours[part]);
    expect(alone.content.css).to.equal(ours.content.css);
    expect(alone.content.iconBase64).to.equal(ours.content.iconBase64);
    // Numbers of modules go by where their packages are; the code is the same.
    expect(alone.content.js.length).to.be.closeTo(ours.content.js.length, 200);
  });
});
