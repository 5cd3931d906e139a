function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

/**
 * The word that was probably meant: at most a third of its letters (and at least two) may differ;
 * null when none is near.
 */
export function nearest(word: string, words: readonly string[]): string | null {
  const near = words
    .map((candidate) => ({
      candidate,
      away: distance(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .filter(({ candidate, away }) => away <= Math.max(2, candidate.length / 3))
    .sort((a, b) => a.away - b.away);
  return near.length > 0 ? near[0].candidate : null;
}
