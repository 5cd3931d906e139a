import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { notesOf, releaseFaults, sumsOf } from "../../scripts/release.mjs";

const changelog =
  "# Changelog\n\n## Unreleased\n\n## 0.2.0 (1 March 2027)\n\n### Added\n- A page.\n\n## 0.1.0\n";
const good = { version: "0.2.0", visualVersion: "0.2.0.0", changelog, changes: "" };

describe("a release", () => {
  it("takes the notes of its own version from the changelog", () => {
    expect(notesOf(changelog, "0.2.0")).to.equal("### Added\n- A page.");
    expect(notesOf(changelog.replaceAll("\n", "\r\n"), "0.2.0")).to.equal("### Added\n- A page.");
    expect([notesOf(changelog, "0.1.0"), notesOf(changelog, "0.2")]).to.deep.equal(["", null]);
  });

  it("is refused where versions differ, notes are missing or files are not committed", () => {
    expect(releaseFaults(good)).to.deep.equal([]);
    const wrong = [
      { ...good, visualVersion: "0.1.0.0" },
      { ...good, version: "0.3.0", visualVersion: "0.3.0.0" },
      { ...good, version: "0.1.0", visualVersion: "0.1.0.0" },
      { ...good, changes: " M README.md" },
    ].map((state) => releaseFaults(state));
    expect(wrong).to.deep.equal([
      ["package.json has version 0.2.0 and pbiviz.json 0.1.0.0: make it 0.2.0.0."],
      ['CHANGELOG.md has no heading for 0.3.0: rename "Unreleased" to "0.3.0" with the day.'],
      ["CHANGELOG.md says nothing of 0.1.0."],
      ["Files are changed and not committed: commit them first."],
    ]);
  });

  it("gives the size and the SHA-256 of each file", () => {
    const folder = mkdtempSync(join(tmpdir(), "release-"));
    try {
      writeFileSync(join(folder, "b.txt"), "abc");
      writeFileSync(join(folder, "a.txt"), "");
      expect(sumsOf(folder)).to.deep.equal([
        {
          name: "a.txt",
          bytes: 0,
          sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        },
        {
          name: "b.txt",
          bytes: 3,
          sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        },
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
