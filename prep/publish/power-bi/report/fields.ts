import { KEY_MEASURES } from "../model/key-measures";
import type { Field } from "./report";

export const column = (table: string, name: string): Field => ({ kind: "Column", table, name });
export const measure = (name: string): Field => ({ kind: "Measure", table: KEY_MEASURES, name });
export const columns = (table: string, ...names: readonly string[]): Field[] =>
  names.map((name) => column(table, name));
export const measures = (...names: readonly string[]): Field[] => names.map(measure);

export const INDICATOR = column("Indicator", "Indicator");
