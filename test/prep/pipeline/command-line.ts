import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, buildSync, type BuildOptions } from "esbuild";
import { bytesOf, type MemoryFile } from "./run";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
/** Tests of two files may run at once, each in a process of its own. */
const bundles = join(repository, `.tmp/pipeline-test-${process.pid}`);
/** Where the bundled program is. */
export const programFile = join(bundles, "main.mjs");

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const bundling: BuildOptions = {
  absWorkingDir: repository,
  entryPoints: ["prep/cli/main.ts"],
  outfile: programFile,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  loader: { ".csv": "text", ".py": "text" },
};

/** Bundles the real program. */
export const bundleProgram = () => build(bundling);

export const removeProgram = (): void => rmSync(bundles, { recursive: true, force: true });

/** Where the program is, bundled now unless it is; it goes with the process that tests run in. */
export function bundledProgram(): string {
  if (!existsSync(programFile)) {
    buildSync(bundling);
    process.once("exit", removeProgram);
  }
  return programFile;
}

/** Runs the program in a folder, with a key unless `environment` has another. */
export function runProgram(
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Run {
  const env = {
    ...process.env,
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, "profile"),
    APPDATA: join(folder, "profile"),
    SEND_SCORECARD_KEY: "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210",
    ...environment,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [programFile, ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

export function writeFiles(folder: string, files: readonly MemoryFile[]): void {
  for (const { name, chunks } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytesOf(chunks));
  }
}

/** Every file below a folder, by path. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile())
      found.set(
        join(entry.parentPath, entry.name),
        readFileSync(join(entry.parentPath, entry.name)),
      );
  return found;
}
