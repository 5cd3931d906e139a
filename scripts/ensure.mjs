import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that package.json is in. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs a program in the project folder with its output shown; returns its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/**
 * Runs a script of a package in node_modules under this same Node; works alike on Windows, where
 * npm's own shims need a shell.
 */
export function runPackage(script, args = [], options = {}) {
  return run(process.execPath, [join(root, "node_modules", script), ...args], options);
}

/** Runs a program in the project folder with its output shown; resolves to its exit code. */
export function runBeside(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a script of a package without waiting for others; its output is shown whole when it ends.
 * Resolves to its exit code.
 */
export function runPackageBeside(script, args = []) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "node_modules", script), ...args], {
      cwd: root,
    });
    const shown = [];
    child.stdout.on("data", (part) => shown.push(part));
    child.stderr.on("data", (part) => shown.push(part));
    child.on("error", reject);
    child.on("close", (code) => {
      process.stdout.write(Buffer.concat(shown));
      resolve(code ?? 1);
    });
  });
}

const lockVersions = (file) =>
  existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, "utf8")).packages ?? {}) : [];

/**
 * True when node_modules holds every package of the lock file that this machine can use, at the
 * locked version.
 */
function installed() {
  const have = new Map(lockVersions(join(root, "node_modules/.package-lock.json")));
  const wanted = lockVersions(join(root, "package-lock.json")).filter(
    ([path, entry]) => path !== "" && !entry.optional,
  );
  return (
    have.size > 0 && wanted.every(([path, entry]) => have.get(path)?.version === entry.version)
  );
}

/** Runs npm, found beside the running Node so that no shell is needed; returns its exit code. */
export function npm(args, options = {}) {
  const own = process.env.npm_execpath;
  const windows = process.platform === "win32";
  return own
    ? run(process.execPath, [own, ...args], options)
    : run(windows ? "npm.cmd" : "npm", args, { shell: windows, ...options });
}

/** Installs the locked packages when they are not there yet. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `SEND Scorecard needs Node 20.19 or later; this is Node ${process.versions.node}.`,
    );
    process.exit(1);
  }
  if (installed()) return;
  console.log("Installing packages (first run only)…");
  const code = npm(["ci", "--no-audit", "--no-fund"]);
  if (code !== 0) {
    console.error("npm could not install the packages; see the message above.");
    process.exit(code);
  }
}
