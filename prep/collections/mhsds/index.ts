import { dayLabel } from "../../calendar/periods";
import type { CheckList } from "../../check/check-list";
import type { Figure } from "../../indicators/figure";
import { countedRows } from "../../indicators/kpi-value-rows";
import {
  mhContact,
  mhOrganisationDimension,
  mhPersonDimension,
  mhReferral,
  serviceTeamDimension,
} from "./tables/fact-tables";
import { ENGLAND } from "../../reference/authorities";
import { mhsdsTables as tableNames } from "./fields/fields";
import { mhsdsSettings, mhsdsSettingsOf } from "./setting-declarations";
import type { Collection, ModelContext } from "../collection";
import { healthAreas, type HealthArea } from "./model/places";
import type { Mhsds } from "./read/extract";
import { cohortFigures, mhsdsFigures } from "./indicators/figures";
import { mhsdsGaps } from "./indicators/gaps";
import { listedMhsdsIndicators, waitIds } from "./indicators/indicators";
import { matchPeople, type HealthMatches } from "./model/linkage";
import { describeMhsdsRules } from "./rules/mhsds-rules";
import { mhsdsModel, type MhsdsModel } from "./model/model";
import { healthLinkage, mhsdsDataQuality } from "./lists/quality-lists";
import { readMhsds, recogniseMhsds } from "./read/read";
import { mhsdsTables } from "./tables/tables";

/** Hexadecimal digits of a pseudonym, as those of the children of SEN2. */
const DIGITS = 32;

/** An extract made ready to count and to build tables from. */
interface HealthModel {
  readonly model: MhsdsModel;
  readonly areas: readonly HealthArea[];
  /** By code of a person: 1 for those who have opted out; null without a list. */
  readonly optedOut: Uint8Array | null;
  readonly matches: HealthMatches | null;
  readonly quality: readonly CheckList[];
}

/**
 * The extract without those who have opted out by NHS number or Person_ID: their records belong to
 * nobody and are in no area.
 */
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

function healthModel(
  [loaded]: readonly Mhsds[],
  { namedAuthority, settings, sources: { linkageTable, optedOut }, personWith }: ModelContext,
): HealthModel {
  const { data, codes } = withoutOptedOut(loaded, optedOut);
  const found =
    linkageTable &&
    matchPeople(data, linkageTable, (identifier) => personWith(linkageTable.send, identifier));
  const areas = healthAreas(data, {
    authority: namedAuthority,
    icb: mhsdsSettingsOf(settings).mhsds.icb,
    isOfEngland: settings.allOf === ENGLAND,
  });
  return {
    model: mhsdsModel(data, areas[0]?.members ?? null),
    areas,
    optedOut: codes,
    matches: found && {
      ...found,
      linked: found.linked.map((person, code) => (codes?.[code] ? 0 : person)),
    },
    quality: [
      ...(found && linkageTable ? [healthLinkage(linkageTable.file, found.counts)] : []),
      mhsdsDataQuality(loaded.quality),
    ],
  };
}

/** The measures for the authority and the integrated care board, as rows. */
function figuresOf(
  { model, areas, matches }: HealthModel,
  { known: { plans }, sourceKeys: [sourceKey], settings, doubts, progress }: ModelContext,
): ReturnType<typeof countedRows> {
  progress("Counting mental health measures", 0, null);
  const byArea = new Map<string, Figure[]>(areas.map(({ code }) => [code, []]));
  const { data } = model;
  const { tooEarly } = mhsdsFigures(model, areas, ({ code }, figure) =>
    byArea.get(code)!.push(figure),
  );
  const providers = new Set(data.submissions.map(({ provider }) => provider)).size;
  const cohort = `People in the submissions of ${providers} ${providers === 1 ? "provider" : "providers"}`;
  const cohorts: Figure[] = [];
  if (matches)
    cohortFigures(
      model,
      matches,
      (day) => plans?.on(day)?.person ?? null,
      (figure) => cohorts.push(figure),
    );
  const gapsOf = mhsdsGaps(data);
  return areas.flatMap(({ code, type, footprint }, i) => {
    const leavesOut = `${cohort}. Leaves out ${tooEarly[i]} referrals received before ${dayLabel(data.start)}`;
    return countedRows([...byArea.get(code)!, ...(type === "authority" ? cohorts : [])], {
      authority: code,
      areaCodeType: type,
      footprint,
      cohort: ({ indicator }) => (waitIds.has(indicator) ? leavesOut : cohort),
      sourceOf: () => sourceKey,
      gapsOf,
      doubts,
      limits: settings.coverage,
    });
  });
}

/** Names of files; of hundreds, the first and how many more. */
const fileNames = (files: readonly string[]): string =>
  files.length <= 12 ? files.join("; ") : `${files[0]} and ${files.length - 1} more`;

/**
 * The mental health services data set, from version 5. Its people are told by keys of its own; a
 * linkage table may say who is which child.
 */
export const mhsds: Collection<Mhsds, HealthModel> = {
  id: "mhsds",
  tableNames,
  title: "MHSDS",
  noun: "MHSDS extract",
  rules: describeMhsdsRules(),
  indicators: listedMhsdsIndicators,
  starTables: [
    mhPersonDimension,
    serviceTeamDimension,
    mhOrganisationDimension,
    mhReferral,
    mhContact,
  ],
  settings: mhsdsSettings,

  recognise: recogniseMhsds,
  read: readMhsds,
  filesOf: ({ files }) => files,
  board: (settings) =>
    mhsdsSettingsOf(settings).mhsds.icb ?? (settings.allOf === ENGLAND ? ENGLAND : null),
  source: ({ files, submissions, start, end }) => ({
    form: `version ${[...new Set(submissions.map(({ version }) => version))].sort().join(" and ")}`,
    files: fileNames(files),
    year: null,
    from: start,
    to: end,
    referenceDate: null,
    newest: end,
  }),

  model: healthModel,
  tables: ({ model, areas, optedOut, matches }, { hash, sourceKeys: [sourceKey] }) =>
    mhsdsTables({
      model,
      sourceKey,
      members: areas[0]?.members ?? new Uint8Array(model.data.personMonths.count),
      isOfArea: areas.length > 0,
      pseudonym: (key) => hash(`mhsds:${key}`).slice(0, DIGITS),
      linked: matches?.linked ?? null,
      optedOut,
    }),
  figures: figuresOf,
  quality: ({ quality }) => quality,
};
