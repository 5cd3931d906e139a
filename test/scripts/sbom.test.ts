import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import {
  billOfMaterials,
  faultsOf,
  isPermissive,
  type BillOfMaterials,
  type Component,
} from "../../scripts/sbom.mjs";

const read = (name: string) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), "utf8"));
const lock = read("package-lock.json") as Parameters<typeof faultsOf>[1];
const { dependencies, devDependencies, name, version } = read("package.json") as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  name: string;
  version: string;
};

describe("the software bill of materials", () => {
  let bom: BillOfMaterials;
  before(async () => {
    bom = await billOfMaterials();
  });
  const useOf = (wanted: string, pinned: string): string[] =>
    bom.components.flatMap((one) =>
      one.name === wanted && one.version === pinned
        ? one
            .properties!.filter((property) => property.name === "send-scorecard:use")
            .map(({ value }) => value)
        : [],
    );

  it("is CycloneDX of this version and lists every dependency that the program runs with", () => {
    expect([
      bom.bomFormat,
      bom.metadata.component.name,
      bom.metadata.component.version,
    ]).to.deep.equal(["CycloneDX", name, version]);
    for (const [dependency, pinned] of Object.entries(dependencies)) {
      expect(useOf(dependency, pinned), dependency).to.deep.equal(["run"]);
    }
    expect(useOf("d3-array", devDependencies["d3-array"])).to.deep.equal(["visual"]);
    expect(useOf("eslint", devDependencies.eslint)).to.deep.equal(["tool"]);
  });

  it("agrees with the lock file, and differs from no other run", async () => {
    expect(faultsOf(bom, lock)).to.deep.equal([]);
    expect(JSON.stringify(await billOfMaterials())).to.equal(JSON.stringify(bom));
  });

  it("finds what is missing, what is stale, a licence that binds and the name of a host", () => {
    const changed = (change: (one: Component) => Component | null): BillOfMaterials => ({
      ...bom,
      components: bom.components.flatMap((one) => change(one) ?? []),
    });
    const of = (wanted: string, change: object | null) => (one: Component) =>
      one.name !== wanted ? one : change && ({ ...one, ...change } as Component);
    expect(faultsOf(changed(of("arquero", null)), lock)).to.deep.equal([
      `arquero@${dependencies.arquero} is in the lock file and not in the bill of materials.`,
    ]);
    expect(faultsOf(changed(of("arquero", { version: "0.0.1" })), lock)).to.have.length(2);
    expect(
      faultsOf(
        changed(of("arquero", { licenses: [{ license: { id: "GPL-3.0-only" } }] })),
        lock,
      )[0],
    ).to.include("GPL-3.0-only");
    expect(faultsOf(changed(of("arquero", { licenses: [] })), lock)[0]).to.include("(none named)");
    // A licence that is taken for a tool of ours is not taken for what is given away.
    expect(
      faultsOf(changed(of("arquero", { licenses: [{ license: { id: "MPL-2.0" } }] })), lock),
    ).to.have.length(1);
    expect(
      faultsOf(
        changed(of("arquero", { resolved: "https://packages.example.org/arquero.tgz" })),
        lock,
      ),
    ).to.deep.equal(["It names the host https://packages.example.org."]);
  });

  it("knows which licence expressions leave a free choice", () => {
    expect(["MIT", "(MIT OR GPL-3.0-or-later)", "(MIT AND Zlib)"].map(isPermissive)).to.deep.equal([
      true,
      true,
      true,
    ]);
    expect(
      ["GPL-3.0-only", "MIT AND GPL-3.0-only", "", "UNLICENSED"].map(isPermissive),
    ).to.deep.equal([false, false, false, false]);
  });
});
