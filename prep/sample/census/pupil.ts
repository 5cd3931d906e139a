import type { Day } from "../../calendar/day";
import type { Identity, Life } from "../history";
import type { School } from "../schools";

/** One stay of a pupil at a school. */
export interface Enrolment {
  readonly school: School;
  readonly from: Day;
  readonly to: Day | null;
  /** C single, M main, S subsidiary registration. */
  readonly status: "C" | "M" | "S";
}

/** How a pupil stands in one census. */
export interface SampleStanding {
  readonly sen: "N" | "K" | "E";
  /** Need codes by rank; none without SEN. */
  readonly needs: readonly string[];
  readonly year: string;
  readonly unit: boolean;
  readonly resourced: boolean;
}

/**
 * Half-day sessions of an enrolment in the term that a census tells; `second` are those of the
 * second half of a summer term.
 */
export interface SessionCount {
  readonly possible: number;
  readonly codes: readonly (readonly [code: string, sessions: number])[];
}

export interface Attended {
  readonly enrolment: Enrolment;
  readonly first: SessionCount;
  readonly second: SessionCount | null;
}

export interface Event {
  readonly enrolment: Enrolment;
  readonly start: Day;
  readonly category: "SUSP" | "LNCH" | "PERM";
  readonly sessions: number;
  readonly reasons: readonly string[];
  readonly sen: "N" | "K" | "E";
}

/** What one census tells of one pupil. */
export interface PupilInCensus {
  readonly standing: SampleStanding;
  readonly onRoll: readonly Enrolment[];
  readonly left: readonly Enrolment[];
  readonly attended: readonly Attended[];
  readonly events: readonly Event[];
}

/** Everything that truly happened to one invented pupil. */
export interface Pupil {
  readonly person: Identity;
  /** The life that SEN2 tells of, for children whom the authority knows. */
  readonly life: Life | null;
  readonly meals: { readonly from: Day; readonly to: Day | null } | null;
  /** By census. */
  readonly told: readonly PupilInCensus[];
}
