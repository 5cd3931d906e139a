import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./ensure.mjs";

/** The evaluator of DAX and what reads Parquet, as they stand in the Python package index. */
const PACKAGES = ["pbix-mcp==0.9.149", "pyarrow==26.0.1"];
const folder = join(root, ".tmp/engine");
const python = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
const ready = join(folder, "ready");

const NEEDED = "import sys, venv; sys.exit(0 if sys.version_info >= (3, 10) else 1)";
const works = (command, args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

/**
 * The Python that evaluates DAX: a virtual environment below `.tmp` that is made at the first use,
 * which needs Python 3.10 or later and the Python package index. Null where there is none, with the
 * reason.
 */
export function enginePython() {
  if (existsSync(ready)) return { python, why: null };
  const found = ["python3", "python", "py"].find((name) => works(name, ["-c", NEEDED]));
  if (found === undefined) return { python: null, why: "there is no Python 3.10 or later" };
  console.log("Making a Python environment for the DAX engine (first run only)…");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(root, ".tmp"), { recursive: true });
  if (!works(found, ["-m", "venv", folder]))
    return { python: null, why: "Python could not make a virtual environment" };
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...PACKAGES];
  if (spawnSync(python, install, { stdio: "inherit" }).status !== 0)
    return { python: null, why: `pip could not install ${PACKAGES.join(" and ")}` };
  mkdirSync(ready);
  return { python, why: null };
}
