import type { StarColumn } from "./declaration";

/** A whole number that tells rows apart or points to another table. */
export const key = (name: string, label: string, references?: string): StarColumn => ({
  name,
  type: "int64",
  label,
  description: `${label}, a whole number.`,
  hidden: true,
  ...(references ? { references } : {}),
});
export const text = (
  name: string,
  label: string,
  description: string,
  more: Partial<StarColumn> = {},
): StarColumn => ({ name, type: "text", label, description, ...more });
/** A day, related to the date table; inactive unless it is the one that the fact is read by. */
export const date = (
  name: string,
  label: string,
  description: string,
  more: Partial<StarColumn> = {},
): StarColumn => ({
  name,
  type: "date",
  label,
  description,
  references: "date.date",
  inactive: true,
  ...more,
});
export const whole = (
  name: string,
  label: string,
  description: string,
  more: Partial<StarColumn> = {},
): StarColumn => ({ name, type: "int64", label, description, ...more });
/**
 * 1 or 0, to be summed: numerators and denominators of the indicators. Only events that the loaded
 * extracts cover carry a 1.
 */
export const flag = (name: string, label: string, description: string): StarColumn => ({
  name,
  type: "int64",
  label,
  description,
  hidden: true,
});
