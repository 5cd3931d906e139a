/** Something that a figure needs and that was not read, or not whole. */
export type Gap =
  /**
   * So many of the rows that should have been counted are left out; `why` goes on after "3 of 60".
   */
  | {
      readonly kind: "rows";
      readonly eligible: number;
      readonly leftOut: number;
      readonly why: string;
    }
  /** It was read, and may have been read wrongly. */
  | { readonly kind: "doubt"; readonly why: string }
  /** It was not read, or nobody knows how much of it is missing. */
  | { readonly kind: "unread"; readonly why: string };

/** How much of what should have been counted a figure leaves out, and why. */
export interface Coverage {
  readonly eligible: number | null;
  readonly leftOut: number | null;
  /** Null where nothing is left out. */
  readonly reason: string | null;
}
