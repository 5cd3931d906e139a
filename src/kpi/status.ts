/** Whether a figure is there, and if not, why. */
export type Status =
  | "ok"
  | "awaiting"
  | "being_scoped"
  | "not_available"
  | "not_applicable"
  | "missing"
  | "suppressed";
