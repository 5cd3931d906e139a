import type { TextColumn } from "../../columns/column";

/**
 * How many neighbourhoods of England the indices of deprivation rank: lower layer super output areas
 * of 2021 (indices of 2025) and of 2011 (indices of 2015 and 2019).
 */
const RANKED = [33_755, 32_844];

/** A decile as it is written; null where it is none. */
export const decileOf = (text: string | null | undefined): string | null =>
  /^(?:[1-9]|10)$/.test(text?.trim() ?? "") ? text!.trim() : null;

const rankOf = (text: string | null): number =>
  text !== null && /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;

/**
 * How many are ranked in a column: the last rank is in it where it is of all England. Null where it
 * holds a part of England alone, for its ranks could be of one edition or another.
 */
const rankedIn = (ranks: TextColumn): number | null => {
  const last = ranks.dictionary.reduce((most, text) => Math.max(most, rankOf(text)), 0);
  return RANKED.find((count) => count === last) ?? null;
};

/** The decile of deprivation of each row: as it is given, else worked out of its rank. */
export function decileReader(
  deciles: TextColumn | undefined,
  ranks: TextColumn | undefined,
): (row: number) => string | null {
  if (deciles) return (row) => decileOf(deciles.at(row));
  const count = ranks ? rankedIn(ranks) : null;
  if (!ranks || count === null) return () => null;
  return (row) => {
    const rank = rankOf(ranks.at(row));
    return rank === 0 ? null : String(Math.ceil((10 * rank) / count));
  };
}
