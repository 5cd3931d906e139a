import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { bundledProgram } from "../pipeline/command-line";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const KEY = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

export interface MainRun {
  readonly status: number | null;
  /** All that was said. */
  readonly said: string;
  /** A written table, such as `star/kpi_value.csv`. */
  readonly table: (path: string) => Record<string, string>[];
  /** The printed page of exceptions; empty where there is none. */
  readonly exceptions: string;
}

/** Tables of an output that tests read. */
const readable = [
  ...["kpi_value", "kpi_target", "kpi_note", "board_kpi", "indicator"].map(
    (name) => `star/${name}.csv`,
  ),
  "exceptions/exceptions.csv",
  ...["checks/findings.csv", "checks/rows.csv"],
];

/** Runs `build` or `check` of the command line on files of a folder of their own. */
export function runMain(
  command: "build" | "check",
  files: Readonly<Record<string, string | Uint8Array>>,
  options: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): MainRun {
  const place = mkdtempSync(join(tmpdir(), "main-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(place, "in", name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    const out = join(place, "out");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        bundledProgram(),
        command,
        join(place, "in"),
        ...(command === "build" ? ["--out", out] : []),
        ...options,
      ],
      {
        cwd: repository,
        encoding: "utf8",
        env: { ...process.env, HOME: place, SEND_SCORECARD_KEY: KEY, ...environment },
      },
    );
    const read = new Map<string, Record<string, string>[]>();
    for (const path of readable)
      try {
        read.set(
          path,
          parse(readFileSync(join(out, path)), { columns: true, bom: true }) as Record<
            string,
            string
          >[],
        );
      } catch {
        continue;
      }
    const page = join(out, "exceptions/exceptions.html");
    return {
      status,
      said: stdout + stderr,
      table: (path) => read.get(path) ?? [],
      exceptions: existsSync(page) ? readFileSync(page, "utf8") : "",
    };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
