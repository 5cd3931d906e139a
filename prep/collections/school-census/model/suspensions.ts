import { termIndexOf, type TermIndex } from "../../../calendar/terms";
import { textBuilder } from "../../../columns/build";
import { MISSING, type TextColumn } from "../../../columns/column";
import type { Census, CensusLags } from "../read/census";
import { exclusionCategory, groupsOf, senCodesOn } from "../fields/code-sets";
import type { Roll } from "../read/xml";
import { rowList, type Standing, type StandingRow } from "./standing";

/**
 * Suspensions and permanent exclusions, each once over all censuses, in the order of their terms;
 * early
 * rows only where no loaded census tells their term again.
 */
export interface SuspensionFacts extends Standing {
  readonly count: number;
  /** Term of the start date, or -1 where there is none. */
  readonly term: Int32Array;
  readonly start: Int32Array;
  readonly category: Uint8Array;
  readonly sessions: Int32Array;
  readonly reasons: readonly (readonly (string | null)[])[];
}

/**
 * Terms that the loaded censuses tell suspensions of: those of the censuses that have their tables.
 */
export const suspensionTerms = ({
  censuses,
  lags,
}: {
  readonly censuses: readonly Census[];
  readonly lags: CensusLags;
}): Set<TermIndex> =>
  new Set(
    censuses
      .filter(({ absent }) => !absent.has("termlyexclusionsonroll"))
      .map(({ term }) => term - lags.suspension),
  );

/** The reasons given in one place of three, from 0, as they were sent. */
export function reasonColumn({ count, reasons }: SuspensionFacts, place: number): TextColumn {
  const builder = textBuilder(count);
  reasons.forEach((given, row) => builder.set(row, given[place]));
  return builder.column();
}

/** Collects the suspensions of one census after the other. */
interface SuspensionList {
  /** Takes those of the pupils of a roll; `persons` by row of its table, -1 where left out. */
  take(
    census: Census,
    roll: Roll,
    persons: Int32Array,
    standingOf: (pupil: number) => StandingRow,
  ): void;
  facts(): SuspensionFacts;
}

/** No suspensions yet, of the censuses that are to come. */
export function suspensionList(censuses: readonly Census[], lags: CensusLags): SuspensionList {
  const list = rowList(["term", "start", "category", "sessions"]);
  const reasons: (readonly (string | null)[])[] = [];
  const seen = new Map<string, number>();
  const told = suspensionTerms({ censuses, lags });
  /** An early row, which a later census that is loaded tells again, after any review. */
  const isToldAgain = (term: TermIndex, census: Census): boolean =>
    term > census.term - lags.suspension && told.has(term);
  return {
    take(census, roll, persons, standingOf) {
      const events = census.tables[`termlyexclusions${roll}`];
      const start = events.day("startdate").values;
      const length = events.integer("sessions").values;
      const category = groupsOf(events.text("category"), exclusionCategory);
      const days = start.map((day) => (day === MISSING ? census.referenceDate : day));
      const sen = senCodesOn(events.text("senprovision"), days);
      const why = ["reason1", "reason2", "reason3"].map((name) => events.code(name));
      for (let row = 0; row < events.rowCount; row++) {
        const pupil = events.parent[row];
        if (persons[pupil] < 0) continue;
        const term = start[row] === MISSING ? -1 : termIndexOf(start[row]);
        if (isToldAgain(term, census)) continue;
        const about = standingOf(pupil);
        const given = why.map((column) => column.at(row));
        const key = `${about.person}|${about.setting}|${start[row]}|${category[row]}|${length[row]}|${given.join()}`;
        const first = seen.get(key);
        if (first !== undefined && first !== about.census) continue;
        seen.set(key, about.census);
        const isSaid = sen[row] >= 0;
        list.push(isSaid ? { ...about, sen: sen[row] } : about, {
          term,
          start: start[row],
          category: category[row],
          sessions: length[row],
        });
        reasons.push(given);
      }
    },
    facts() {
      const order = list.order("term", "start", "person", "setting", "category", "sessions");
      return {
        count: order.length,
        ...list.standing(order),
        term: list.column("term", order),
        start: list.column("start", order),
        category: Uint8Array.from(list.column("category", order)),
        sessions: list.column("sessions", order),
        reasons: Array.from(order, (row) => reasons[row]),
      };
    },
  };
}
