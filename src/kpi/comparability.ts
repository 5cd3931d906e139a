/** Whether two figures may be set side by side. */
export type Comparability = "comparable" | "caution" | "not_comparable";
