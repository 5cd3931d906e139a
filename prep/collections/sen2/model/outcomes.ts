import type { TextColumn } from "../../../columns/column";

/** Outcomes as the character codes of Y, N, A, W and H; 0 where there is none that we know. */
export const OUTCOME = { none: 0, Y: 89, N: 78, A: 65, W: 87, H: 72 } as const;

const known = new Set<number>(Object.values(OUTCOME));

/** One-letter outcomes as character codes; anything else is 0. */
export function outcomesOf(text: TextColumn): Uint8Array {
  const letters = Uint8Array.from(text.dictionary, (value) =>
    value.length === 1 && known.has(value.charCodeAt(0)) ? value.charCodeAt(0) : 0,
  );
  const outcomes = new Uint8Array(text.length);
  for (let row = 0; row < outcomes.length; row++) outcomes[row] = letters[text.codes[row]];
  return outcomes;
}
