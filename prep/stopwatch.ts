/** Says how long each stage took, in seconds. */
export interface Stopwatch {
  readonly timings: Readonly<Record<string, number>>;
  /** Ends the stage that has run since the last lap. */
  lap(stage: string): void;
}

export function stopwatch(): Stopwatch {
  let last = performance.now();
  const timings: Record<string, number> = {};
  return {
    timings,
    lap(stage) {
      const now = performance.now();
      timings[stage] = (timings[stage] ?? 0) + (now - last) / 1000;
      last = now;
    },
  };
}
