import type { StarType } from "../star/declaration";

/** A list of the folder `checks` that a collection adds, such as the quality of its data. */
export interface CheckList {
  /** Name of its file, without its ending. */
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: StarType }[];
  /** In the order of the columns. */
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}
