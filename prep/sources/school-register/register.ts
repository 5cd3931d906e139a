import { cleanIdentifier } from "../../columns/clean-identifier";
import type { Day } from "../../calendar/day";
import { readDay } from "../../calendar/read-day";
import type { RawTable } from "../../columns/raw-table";
import { groupOfEstablishment } from "./setting-groups";

export interface Establishment {
  readonly urn: string;
  readonly ukprn: string | null;
  readonly name: string;
  /** Three-digit authority number. */
  readonly authority: string | null;
  readonly type: string;
  readonly typeLabel: string;
  readonly phase: string | null;
  readonly closed: Day | null;
  /** The register lists a SEN unit or resourced provision there. */
  readonly unitOrResourced: boolean;
}

/** The school register (GIAS), with the links from closed schools to their successors. */
export interface SchoolRegister {
  readonly file: string;
  readonly count: number;
  /** The establishment of a URN; of one that the register no longer lists, its successor. */
  byUrn(urn: string): Establishment | null;
  /**
   * The establishment that took the place of a closed one, through all links; null when it is open
   * or nothing did.
   */
  successorOf(establishment: Establishment): Establishment | null;
  /**
   * The establishment of an authority number and establishment number, seven digits together: an
   * open one before a closed one.
   */
  byLaEstab(laEstab: string): Establishment | null;
  /** The establishment of a UKPRN: an open one before a closed one. */
  byUkprn(ukprn: string): Establishment | null;
  /** Every establishment that it lists. */
  establishments(): Iterable<Establishment>;
  /** What the rules ask of it; a URN is looked up as it is, without its successor. */
  readonly forRules: RegisterForRules;
}

export interface RegisterForRules {
  has(urn: string): boolean;
  /** The day it closed, or null. */
  closeDate(urn: string): Day | null;
  /**
   * Whether its type is one that children with plans are placed in (it has a published setting
   * group).
   */
  isExpectedType(urn: string): boolean;
  hasUnitOrResourced(urn: string): boolean;
}

export const isRegisterHeader = (header: readonly string[]): boolean => {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  return (
    names.has("urn") && names.has("establishmentname") && names.has("typeofestablishment (code)")
  );
};

export const isLinksHeader = (header: readonly string[]): boolean => {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  return names.has("urn") && names.has("linkurn") && names.has("linktype");
};

/** The columns that are used; the rest of the register's 130 are passed over while reading. */
export const registerColumns: ReadonlySet<string> = new Set([
  "urn",
  "ukprn",
  "establishmentname",
  "la (code)",
  "establishmentnumber",
  "typeofestablishment (code)",
  "typeofestablishment (name)",
  "phaseofeducation (name)",
  "closedate",
  "typeofresourcedprovision (name)",
]);

const emptyMap = () => new Map<string, Establishment>();

/** A number as it is compared, without what a spreadsheet adds to it; null where there is none. */
const idOf = (text: string | null): string | null =>
  text === null ? null : cleanIdentifier(text) || null;

const listsProvision = (text: string | null): boolean =>
  text !== null && /unit|resourced/i.test(text);

/**
 * Successors by URN from the links file, and how many of its rows name two schools; a merger or
 * amalgamation is a successor too.
 */
function successors(links: RawTable | null): { map: Map<string, string>; used: number } {
  const map = new Map<string, string>();
  const [urn, to, type] = ["urn", "linkurn", "linktype"].map((name) => links?.columns.get(name));
  if (!links || !urn || !to || !type) return { map, used: 0 };
  let used = 0;
  for (let row = 0; row < links.rowCount; row++) {
    const [from, next] = [idOf(urn.at(row)), idOf(to.at(row))];
    if (!from || !next) continue;
    used++;
    if (/^successor|result of amalgamation/i.test(type.at(row) ?? "")) map.set(from, next);
  }
  return { map, used };
}

/**
 * Reads the register by column name; rows without a URN, or with that of an earlier row, are passed
 * over (the caller counts them).
 */
export function readRegister(
  file: string,
  table: RawTable,
  links: RawTable | null,
): { register: SchoolRegister; rejected: number; linksUsed: number } {
  const value = (name: string, row: number): string | null =>
    table.columns.get(name)?.at(row) ?? null;
  const id = (name: string, row: number): string | null => idOf(value(name, row));
  const [byUrn, byUkprn, byLaEstab] = [emptyMap(), emptyMap(), emptyMap()];
  let rejected = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const urn = id("urn", row);
    if (!urn || byUrn.has(urn)) {
      rejected++;
      continue;
    }
    const closed = value("closedate", row);
    const place: Establishment = {
      urn,
      ukprn: id("ukprn", row),
      name: value("establishmentname", row) ?? urn,
      authority: id("la (code)", row)?.padStart(3, "0") ?? null,
      type: value("typeofestablishment (code)", row) ?? "",
      typeLabel: value("typeofestablishment (name)", row) ?? "",
      phase: value("phaseofeducation (name)", row),
      closed: closed === null ? null : readDay(closed),
      unitOrResourced: listsProvision(value("typeofresourcedprovision (name)", row)),
    };
    byUrn.set(urn, place);
    const estab = id("establishmentnumber", row);
    const laEstab =
      place.authority === null || estab === null ? null : place.authority + estab.padStart(4, "0");
    for (const [held, key] of [
      [byUkprn, place.ukprn],
      [byLaEstab, laEstab],
    ] as const) {
      const other = key === null ? undefined : held.get(key);
      if (key !== null && (!other || (other.closed !== null && place.closed === null)))
        held.set(key, place);
    }
  }
  const { map: next, used: linksUsed } = successors(links);
  /** The first establishment along the links, from a URN on, that is fit; null when none is. */
  const follow = (
    urn: string | undefined,
    fit: (found: Establishment) => boolean,
  ): Establishment | null => {
    const seen = new Set<string>();
    for (let at = urn; at !== undefined && !seen.has(at); at = next.get(at)) {
      seen.add(at);
      const found = byUrn.get(at);
      if (found && fit(found)) return found;
    }
    return null;
  };
  const forRules: RegisterForRules = {
    has: (urn) => byUrn.has(urn),
    closeDate: (urn) => byUrn.get(urn)?.closed ?? null,
    isExpectedType: (urn) =>
      !["not_recorded", "other_establishment"].includes(
        groupOfEstablishment(byUrn.get(urn)?.type ?? "", false, false),
      ),
    hasUnitOrResourced: (urn) => byUrn.get(urn)?.unitOrResourced ?? false,
  };
  return {
    register: {
      file,
      count: byUrn.size,
      byUrn: (urn) => follow(urn, () => true),
      successorOf: ({ urn, closed }) =>
        closed === null ? null : follow(next.get(urn), (found) => found.closed === null),
      byLaEstab: (laEstab) => byLaEstab.get(laEstab) ?? null,
      byUkprn: (ukprn) => byUkprn.get(ukprn) ?? null,
      establishments: () => byUrn.values(),
      forRules,
    },
    rejected,
    linksUsed,
  };
}
