import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./ensure.mjs";

const NEEDED = "import sys, venv; sys.exit(0 if sys.version_info >= (3, 10) else 1)";
const works = (command, args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

/**
 * A Python with some packages: a virtual environment below `.tmp` that is made at the first use,
 * which needs Python 3.10 or later and the Python package index. Null where there is none, with the
 * reason. `what` says in words what it is for.
 */
export function ownPython(name, what, packages) {
  const folder = join(root, ".tmp", name);
  const python = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const ready = join(folder, "ready");
  if (existsSync(ready)) return { python, why: null };
  const found = ["python3", "python", "py"].find((command) => works(command, ["-c", NEEDED]));
  if (found === undefined) return { python: null, why: "there is no Python 3.10 or later" };
  console.log(`Making a Python environment for ${what} (first run only)…`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(root, ".tmp"), { recursive: true });
  if (!works(found, ["-m", "venv", folder]))
    return { python: null, why: "Python could not make a virtual environment" };
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages];
  if (spawnSync(python, install, { stdio: "inherit" }).status !== 0)
    return { python: null, why: `pip could not install ${packages.join(" and ")}` };
  mkdirSync(ready);
  return { python, why: null };
}
