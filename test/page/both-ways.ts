import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect } from "chai";
import { exitCodes } from "../../prep/cli/exit-codes";
import { packageFile } from "../../scripts/package.mjs";
import { runProgram, writeFiles } from "../prep/pipeline/command-line";
import type { MemoryFile } from "../prep/pipeline/run";
import { openPage, savedFiles, waitForResults } from "./open-page";

const KEY = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

export interface Asked {
  readonly authority?: string;
  readonly asAt?: string;
  readonly profile?: "internal" | "public" | "nhs";
}

/** Files below a folder by path, the manifest without what differs between two runs. */
const withoutRun = (files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> =>
  new Map(
    [...files].map(([path, bytes]) => {
      if (path !== "manifest.json") return [path, bytes];
      const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
      return [path, new TextEncoder().encode(JSON.stringify({ ...manifest, run: null }))];
    }),
  );

function filesOf(folder: string): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile())
      found.set(relative(folder, path).replaceAll("\\", "/"), new Uint8Array(readFileSync(path)));
  }
  return found;
}

/** What the command line writes of a folder `in`; or, where it stops, what it says. */
function byCommandLine(place: string, { authority, asAt, profile }: Asked) {
  const { status, stderr } = runProgram(
    place,
    [
      ...["build", "in", "--out", "out", "--quiet", "--visual", packageFile()],
      ...(authority ? ["--authority", authority] : []),
      ...(asAt ? ["--as-at", asAt] : []),
      ...(profile ? ["--profile", profile] : []),
    ],
    { SEND_SCORECARD_KEY: KEY },
  );
  const { ok, findings } = exitCodes;
  return status === ok.code || status === findings.code
    ? { files: filesOf(join(place, "out")), stopped: null }
    : { files: new Map<string, Uint8Array>(), stopped: stderr };
}

/** What the page writes of the same folder. */
async function byPage(place: string, { authority, asAt, profile }: Asked) {
  const { page, noise } = await openPage();
  writeFileSync(join(place, "key.txt"), `${KEY}\n`);
  await page.locator("[data-pick=folder]").setInputFiles(join(place, "in"));
  await page.click("label:text-is('Use my key file')");
  await page.setInputFiles("#key-file", join(place, "key.txt"));
  await page.evaluate(() =>
    document.querySelectorAll("details").forEach((one) => (one.open = true)),
  );
  if (authority) await page.fill("#field-authority", authority);
  if (asAt) await page.fill("#field-as-at", asAt);
  await page.fill("#field-folder", join(place, "out"));
  if (profile) await page.check(`#choice-profile-${profile}`);
  await page.click("button:text-is('Build')");
  try {
    const stopped = await waitForResults(page).then(
      () => null,
      (error: Error) => error.message,
    );
    return { files: stopped === null ? await savedFiles(page) : new Map(), stopped, noise };
  } finally {
    await page.context().close();
  }
}

/**
 * Builds files by the command line and by the page, and expects the same: every file of the output
 * to the byte, or a stop of both. Returns the paths that were written. The program is to be bundled
 * before.
 */
export async function expectSameBytes(
  files: readonly MemoryFile[],
  asked: Asked = {},
): Promise<string[]> {
  const place = mkdtempSync(join(tmpdir(), "both-ways-"));
  try {
    mkdirSync(join(place, "in"));
    writeFiles(join(place, "in"), files);
    const told = byCommandLine(place, asked);
    const paged = await byPage(place, asked);
    expect(paged.noise).to.deep.equal([]);
    expect(paged.stopped !== null, `${paged.stopped} / ${told.stopped}`).to.equal(
      told.stopped !== null,
    );
    const [known, found] = [withoutRun(told.files), withoutRun(paged.files)];
    expect([...found.keys()].sort()).to.deep.equal([...known.keys()].sort());
    const differ = [...known].filter(
      ([path, bytes]) => !Buffer.from(bytes).equals(found.get(path)!),
    );
    expect(differ.map(([path]) => path)).to.deep.equal([]);
    return [...known.keys()];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
