/** Whether a figure is there, and if not, why. */
export const STATUSES = [
  "ok",
  "awaiting",
  "being_scoped",
  "not_available",
  "not_applicable",
  "missing",
  "suppressed",
] as const;

export type Status = (typeof STATUSES)[number];
