import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { SaxesParser } from "saxes";
import { billOfMaterials } from "../../scripts/sbom.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "docs/assurance");
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));
const textOf = (name: string): string =>
  readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");

describe("the assurance pack", () => {
  it("names tests that exist, for every claim that it says is held", () => {
    const named = pages.flatMap((page) =>
      [...textOf(page).matchAll(/`(test\/[^`]+\.test\.ts)`(?:: "([^"]+)")?/g)].map(
        ([, file, title]) => ({ file, title: title as string | undefined }),
      ),
    );
    expect(named.length).to.be.greaterThan(30);
    const wrong = named.filter(
      ({ file, title }) =>
        !existsSync(join(root, file)) ||
        (title !== undefined && !readFileSync(join(root, file), "utf8").includes(`it("${title}"`)),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("lists the licences of all that reaches users", async () => {
    const { components } = await billOfMaterials();
    const shipped = components.flatMap(({ name, version, properties, licenses }) => {
      const use = properties!.find((property) => property.name === "send-scorecard:use")!.value;
      return use === "tool"
        ? []
        : [
            `| ${use} | ${name} ${version} | ${licenses!.map(({ license, expression }) => expression ?? license!.id).join(" AND ")} |`,
          ];
    });
    const listed = textOf("verify.md")
      .split("\n")
      .filter((line) => /^\| (?:run|visual) \|/.test(line));
    expect(listed.sort()).to.deep.equal(shipped.sort());
  });

  it("gives a way to compare an output with its manifest that finds a change", () => {
    const [, program] = /```js\n([^]*?)```/.exec(textOf("verify.md"))!;
    const place = mkdtempSync(join(tmpdir(), "verify-"));
    try {
      const files = ["a.csv", "b.csv"].map((path) => ({
        path,
        sha256: createHash("sha256").update(path).digest("hex"),
      }));
      writeFileSync(join(place, "manifest.json"), JSON.stringify({ files }));
      writeFileSync(join(place, "verify.mjs"), program);
      const found = (): string =>
        spawnSync(process.execPath, ["verify.mjs"], { cwd: place, encoding: "utf8" }).stdout;
      for (const { path } of files) writeFileSync(join(place, path), path);
      expect(found()).to.equal("");
      writeFileSync(join(place, "b.csv"), "something else");
      expect(found()).to.equal("changed: b.csv\n");
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });

  it("has a picture that is well-formed and says in words what it shows", () => {
    const elements: string[] = [];
    const parser = new SaxesParser();
    parser.on("opentag", ({ name }) => elements.push(name));
    parser.write(readFileSync(join(folder, "data-flow.svg"), "utf8")).close();
    expect(elements).to.include.members(["svg", "title", "desc"]).and.not.to.include("script");
  });
});
