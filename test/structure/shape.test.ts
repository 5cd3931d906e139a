import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const root = fileURLToPath(new URL("../../", import.meta.url));
const linesOf = (path: string): string[] => readFileSync(join(root, path), "utf8").split(/\r?\n/);

describe("the shape of the code", () => {
  it("has a pipeline that fits on two screens", () => {
    expect(linesOf("prep/pipeline.ts").length).to.be.at.most(150);
  });

  it("has few long lines: under one in 200 is over 120 characters", () => {
    const lines = ["prep", "src"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".ts"))
        .flatMap((path) => linesOf(join(folder, path))),
    );
    const long = lines.filter((line) => line.length > 120);
    expect(long.length / lines.length).to.be.below(0.005);
  });
});
