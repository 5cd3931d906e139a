import type { Progress } from "../progress";
import { showProgress } from "./progress";

export interface ScreenOptions {
  readonly quiet?: boolean;
  readonly json?: boolean;
}

interface Screen {
  readonly progress: Progress;
  /** The result on standard output: as JSON with `--json`, else as lines unless `--quiet`. */
  result(data: object, lines: readonly string[]): void;
}

/** Standard output is for the result, standard error for progress and what went wrong. */
export function openScreen({ quiet = false, json = false }: ScreenOptions): Screen {
  const { progress, end } = showProgress(process.stderr);
  return {
    progress: quiet ? () => {} : progress,
    result(data, lines) {
      end();
      if (json) process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
      else if (!quiet) process.stdout.write(`${lines.join("\n")}\n`);
    },
  };
}
