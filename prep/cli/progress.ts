import type { Progress } from "../progress";

interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * Milliseconds between two updates: often enough to see life on a terminal, seldom enough to keep a
 * log short.
 */
const PAUSE = { terminal: 100, log: 10_000 };

const count = new Intl.NumberFormat("en-GB");

const lineOf = (stage: string, done: number, total: number | null): string =>
  total === null
    ? `${stage}: ${count.format(done)}`
    : `${stage}: ${count.format(done)} of ${count.format(total)}`;

interface ProgressDisplay {
  readonly progress: Progress;
  /**
   * Takes the updating line away (terminal) or prints the last counts (elsewhere). Call before
   * printing anything else.
   */
  end(): void;
}

/**
 * Shows progress with counts: on a terminal one line that is updated in place and gone at the end;
 * elsewhere a plain line when a stage
 * begins, at most one every ten seconds while it goes on, and one with its last counts when it is
 * over.
 */
export function showProgress(
  stream: ProgressStream,
  now: () => number = Date.now,
): ProgressDisplay {
  const terminal = stream.isTTY === true;
  let stage = "";
  let reached = 0;
  let latest = "";
  let shown = "";
  let shownAt = 0;
  const show = (): void => {
    if (latest === shown) return;
    stream.write(
      terminal ? `\r\x1b[2K${latest.slice(0, (stream.columns ?? 80) - 1)}` : `${latest}\n`,
    );
    shown = latest;
    shownAt = now();
  };
  return {
    progress(next, done, total) {
      // Counts that start again are a new beginning: the next file of the same stage.
      const begins = next !== stage || done < reached;
      if (begins && !terminal) show();
      stage = next;
      reached = done;
      latest = lineOf(next, done, total);
      if (begins || now() - shownAt >= (terminal ? PAUSE.terminal : PAUSE.log)) show();
    },
    end() {
      if (!terminal) show();
      else if (shown !== "") stream.write("\r\x1b[2K");
      stage = latest = shown = "";
    },
  };
}
