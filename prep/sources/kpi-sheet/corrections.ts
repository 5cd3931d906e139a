import type { SheetField } from "./layout";

/** Fields that a correction may change. */
export const CORRECTABLE = [
  "polarity",
  "target",
  "tolerance",
  "unit",
  "frequency",
  "cumulative",
  "current_period",
  "previous_period",
] as const satisfies readonly SheetField[];

export type Correctable = (typeof CORRECTABLE)[number];

/**
 * A correction of a sheet's row with its reason, kept in the configuration or in the sheet. The
 * sheet itself is imported as printed.
 */
export interface Correction {
  /** Reference such as `A29`, or the row's id. */
  readonly row: string;
  readonly field: Correctable;
  readonly value: string;
  readonly reason: string;
}

/**
 * A correction written in the sheet's own column, such as `polarity: higher`; null where it is
 * none.
 */
export function readCorrection(row: string, text: string, reason: string): Correction | null {
  const match = /^\s*([a-z_ ]+?)\s*[:=]\s*(.+?)\s*$/i.exec(text);
  const field = CORRECTABLE.find((one) => one === match?.[1].toLowerCase().replace(/ /g, "_"));
  return field === undefined || match === null || reason.trim() === ""
    ? null
    : { row, field, value: match[2], reason: reason.trim() };
}

/** `polarity corrected to higher: the target is a share seen in time`. */
export const correctionNote = ({ field, value, reason }: Correction): string =>
  `${field.replace(/_/g, " ")} corrected to ${value}: ${reason}`;
