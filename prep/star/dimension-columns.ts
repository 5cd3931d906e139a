import type { StarColumn } from "./declaration";

/** A column of text. */
export const text = (name: string, label: string, description: string): StarColumn => ({
  name,
  type: "text",
  label,
  description,
});
/** A hidden key, a whole number. */
export const key = (name: string, label: string): StarColumn => ({
  name,
  type: "int64",
  label,
  description: `${label}, a whole number.`,
  hidden: true,
});
/** The order in which to show the rows. */
export const order: StarColumn = {
  name: "sort_order",
  type: "int64",
  label: "Order",
  description: "Order in which to show it.",
  hidden: true,
};
/** The order in which to show the values of a column: that of the rows. */
export const orderOf = (name: string, column: string, label: string): StarColumn => ({
  ...order,
  name,
  label,
  orderOf: column,
});
