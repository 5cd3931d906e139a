import type { BreakdownOf, FlagOf, MeasureOf, View } from "./view";

/**
 * A measure in full, such as `attendance.enrolment.10_pct.missed`, where it is of another base than
 * the
 * indicator's own.
 */
export type FullMeasure = `${string}.${string}`;

/**
 * How what an indicator counts hangs together with what others count, for disclosure control: what
 * follows from
 * two published figures must be as
 * safe as they are. Flags are those of the indicator's own view and date.
 */
export type Relation<V extends View = View> =
  /** A flag that is the sum of others, or holds them and a rest. */
  | {
      readonly whole: FlagOf<V> | FullMeasure;
      readonly parts: readonly (FlagOf<V> | FullMeasure)[];
      /** There is no rest. */
      readonly exact?: true;
      /**
       * The rest are people whom two published figures tell apart: a small rest is hidden like a
       * small figure.
       */
      readonly restTells?: true;
    }
  /** A flag that is another's figure for some groups of a breakdown. */
  | {
      readonly flag: FlagOf<V> | FullMeasure;
      readonly of: FlagOf<V> | FullMeasure;
      readonly breakdown: BreakdownOf<V>;
      readonly groups: readonly string[];
    }
  /** A measure that is no count of people or cases, and the people or cases that it rests on. */
  | {
      readonly measure: FlagOf<V> | MeasureOf<V> | FullMeasure;
      readonly restsOn: FlagOf<V> | FullMeasure;
    }
  /** Another indicator counts the same, or its relations hold these flags. */
  | { readonly toldBy: string }
  /** No sum holds between these flags or measures, and why. */
  | { readonly apart: readonly (FlagOf<V> | MeasureOf<V>)[]; readonly because: string };

/** `independent`: no other indicator is counted from the same rows. */
export type Relations<V extends View = View> = "independent" | readonly Relation<V>[];
