import type { Day } from "../calendar/day";
import type { People } from "../protect/people";

/** The plans in force on a day, one row a person. */
export interface PlansOnDay {
  readonly count: number;
  /** Person (from 0) of each row. */
  readonly person: Int32Array;
  /** Place (from 1; 0 is not known) of each row, and its setting group. */
  readonly setting: Int32Array;
  readonly group: Uint8Array;
}

/** What a collection knows of plans. */
interface KnownPlans {
  /** The plans in force on a day; null where the collection does not speak of that day. */
  on(day: Day): PlansOnDay | null;
  /** What the collection alone says of people. */
  people(): People;
}

/**
 * What a collection can tell the ones after it in the list, by name; absent where none that is
 * loaded can.
 */
export interface Capabilities {
  readonly plans?: KnownPlans;
}
