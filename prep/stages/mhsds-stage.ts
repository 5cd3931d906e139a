import { dayLabel } from "../calendar/periods";
import type { Day } from "../calendar/day";
import { healthAreas } from "../collections/mhsds/model/places";
import { cohortFigures } from "../collections/mhsds/indicators/cohort-figures";
import type { Mhsds } from "../collections/mhsds/extract";
import { mhsdsFigures } from "../collections/mhsds/indicators/figures";
import { matchPeople, type LinkageTable, type HealthMatches } from "../collections/mhsds/linkage";
import { prepared } from "../collections/mhsds/model/model";
import { mhsdsTables } from "../collections/mhsds/tables/tables";
import { waitIds } from "../collections/mhsds/indicators/measures";
import type { Figure } from "../indicators/figure";
import { countedRows } from "../indicators/kpi-value-rows";
import type { Progress } from "../progress";
import type { KeyedHash } from "../protect/pseudonym";
import type { StarData } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { Stopwatch } from "./stopwatch";

/** What the mental health data become. */
export interface MhsdsPart {
  readonly tables: readonly StarData[];
  /** Own figures, not yet rated. */
  readonly figures: readonly KpiValueRow[];
  readonly matches: HealthMatches | null;
}

export interface MhsdsStage {
  readonly data: Mhsds;
  readonly authority: string | null;
  readonly icb: string | null;
  readonly linkageTable: LinkageTable | null;
  /** Person (from 1) of SEN2 and the census for an identifier of a kind; 0 where there is none. */
  readonly personOf: (kind: LinkageTable["send"], identifier: string) => number;
  /** People (from 0) with a plan in force on a day; null where SEN2 does not know the day. */
  readonly inForce: (day: Day) => ArrayLike<number> | null;
  readonly optedOut: ReadonlySet<string> | null;
  readonly hash: KeyedHash;
  readonly sourceKey: number;
  readonly progress: Progress;
  readonly clock: Stopwatch;
}

/** Hexadecimal digits of a pseudonym, as those of the children of SEN2. */
const DIGITS = 32;

/** The extract without those who have opted out by NHS number or Person_ID: their records belong to nobody and are in no area. */
function withoutOptedOut(
  data: Mhsds,
  optedOut: ReadonlySet<string> | null,
): { data: Mhsds; codes: Uint8Array | null } {
  if (optedOut === null) return { data, codes: null };
  const codes = Uint8Array.from(data.people(), (key, code) =>
    Number(optedOut.has(key.toUpperCase()) || optedOut.has(data.nhsNumbers?.[code] ?? "")),
  );
  const keep = (personMonth: Int32Array): Int32Array =>
    personMonth.map((row) => (row >= 0 && codes[data.personMonths.person[row]] ? -1 : row));
  const { referralMonths, contacts, indirect } = data;
  return {
    codes,
    data: {
      ...data,
      referralMonths: { ...referralMonths, personMonth: keep(referralMonths.personMonth) },
      contacts: { ...contacts, personMonth: keep(contacts.personMonth) },
      indirect: { ...indirect, personMonth: keep(indirect.personMonth) },
    },
  };
}

/** Counts the measures of mental health services for the authority and the integrated care board, and builds their tables. */
export function mhsdsStage({
  data: loaded,
  authority,
  icb,
  linkageTable,
  personOf,
  inForce,
  optedOut,
  hash,
  sourceKey,
  progress,
  clock,
}: MhsdsStage): MhsdsPart {
  progress("Counting mental health measures", 0, null);
  const { data, codes } = withoutOptedOut(loaded, optedOut);
  const of = prepared(data);
  const areas = healthAreas(data, { authority, icb });
  const figuresOf = new Map<string, Figure[]>(areas.map(({ code }) => [code, []]));
  const { tooEarly } = mhsdsFigures(of, areas, ({ code }, figure) =>
    figuresOf.get(code)!.push(figure),
  );
  const providers = new Set(data.submissions.map(({ provider }) => provider)).size;
  const cohort = `People in the submissions of ${providers} ${providers === 1 ? "provider" : "providers"}`;
  const found =
    linkageTable &&
    matchPeople(data, linkageTable, (identifier) => personOf(linkageTable.send, identifier));
  const matches = found && {
    ...found,
    linked: found.linked.map((person, code) => (codes?.[code] ? 0 : person)),
  };
  const cohorts: Figure[] = [];
  if (matches) cohortFigures(data, matches, inForce, (figure) => cohorts.push(figure));
  const figures = areas.flatMap((area, i) => {
    const leavesOut = `${cohort}. Leaves out ${tooEarly[i]} referrals received before ${dayLabel(data.start)}`;
    return countedRows(
      area.type === "authority"
        ? [...figuresOf.get(area.code)!, ...cohorts]
        : figuresOf.get(area.code)!,
      {
        authority: area.code,
        areaCodeType: area.type,
        footprint: area.footprint,
        cohort: ({ indicator }) => (waitIds.has(indicator) ? leavesOut : cohort),
        sourceOf: () => sourceKey,
      },
    );
  });
  clock.lap("mental health count");
  const tables = mhsdsTables({
    of,
    sourceKey,
    members: areas[0]?.members ?? new Uint8Array(data.personMonths.count),
    pseudonym: (key) => hash(`mhsds:${key}`).slice(0, DIGITS),
    linked: matches?.linked ?? null,
    optedOut: codes,
  });
  clock.lap("mental health star");
  return { tables, figures, matches };
}
