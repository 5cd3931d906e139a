import { readDay } from "../../calendar/read-day";
import { termEnd, termStart, type TermIndex } from "../../calendar/terms";
import { findingOf } from "../../check/run";
import type { Figure } from "../../indicators/figure";
import { knownDays, type KnownDays } from "../../indicators/known-days";
import { countedRows } from "../../indicators/kpi-value-rows";
import type { OwnFigure } from "../../indicators/own-figure";
import type { OwnKnown } from "../../indicators/own-periods";
import type { Settings } from "../../settings";
import type { KpiValueRow } from "../../star/kpi-value-row";
import {
  attendance,
  censusPupil,
  ehcCensusLink,
  ehcPlanCensus,
  suspension,
} from "./tables/fact-tables";
import { censusSettings, censusSettingsOf } from "./setting-declarations";
import { chooseByScope } from "../choose-by-scope";
import type { Collection, ExtractContext, ModelContext } from "../collection";
import { censusForms, type Census, type CensusLags, describeTerm } from "./read/census";
import { censusFigures } from "./indicators/figures";
import { censusGaps } from "./indicators/gaps";
import { censusIndicators } from "./indicators/indicators";
import { censusRows, type CensusRows } from "./views/rows";
import { attendanceTerms, censusModel, censusTelling, type CensusModel } from "./model/model";
import { knownPupils } from "./lists/known-pupils";
import { missingSchoolFindings } from "./model/missing-schools";
import { censusPeople, schoolsOf } from "./model/people";
import { findPlans, linkFindings, matchPlans, type CensusMatch } from "./model/plans";
import { suspensionTerms } from "./model/suspensions";
import { readCensuses } from "./read/read";
import { recogniseCensus } from "./read/recognise";
import { checkCensus, describeCensusRules } from "./rules/census-rules";
import { readingRules } from "./rules/reading-rules";
import type { PlansFound } from "./tables/plan-tables";
import { censusFacts } from "./tables/tables";

/**
 * The censuses put together, with what became of plans that were looked for in them, where some
 * collection knows plans.
 */
interface LinkedCensuses {
  readonly model: CensusModel;
  /** What is counted. */
  readonly rows: CensusRows;
  readonly matches: readonly (CensusMatch | null)[];
  readonly plans: readonly (PlansFound | null)[];
  /** Counted, not yet rows. */
  readonly figures: readonly Figure[];
}

function lagsOf(settings: Settings): CensusLags {
  const { attendanceTermLag, suspensionTermLag } = censusSettingsOf(settings).schoolCensus;
  return { attendance: attendanceTermLag, suspension: suspensionTermLag };
}

/** Names of files; of hundreds, the first and how many more. */
const fileNames = (files: readonly string[]): string =>
  files.length <= 12 ? files.join("; ") : `${files[0]} and ${files.length - 1} more`;

/** The fact whose lag says which census tells a figure of a term. */
const factOf = new Map(
  censusIndicators.map(({ id, count }): [string, Fact] => [
    id,
    count?.view.name === "suspension" ? "suspension" : "attendance",
  ]),
);
type Fact = "attendance" | "suspension";

const knownTerms = (terms: Iterable<TermIndex>): KnownDays =>
  knownDays([...terms].map((term) => ({ from: termStart(term), to: termEnd(term) })));

/** What is known of a table of the census, for a council's own indicators. */
function knownTable(model: CensusModel, table: string): OwnKnown {
  const YEARS = ["term", "year_to_date", "academic_year"] as const;
  if (table === "attendance")
    return { days: knownTerms(attendanceTerms(model)), frequencies: YEARS, date: "term_end" };
  if (table === "suspension")
    return { days: knownTerms(suspensionTerms(model)), frequencies: YEARS, date: "start_date" };
  const dayOf = new Map(model.censuses.map(({ term, referenceDate }) => [term, referenceDate]));
  return { days: knownTerms(dayOf.keys()), frequencies: ["term"], date: "census_date", dayOf };
}

/**
 * Figures as rows, each with the census that tells its term as its source; the newest where none
 * does.
 */
const rowsOf = (
  model: CensusModel,
  { authority, areaName, sourceKeys, settings, doubts }: ModelContext,
  figures: readonly Figure[],
  fact: (figure: Figure) => Fact,
): KpiValueRow[] =>
  countedRows(figures, {
    authority,
    footprint: areaName,
    cohort: "Pupils of the schools whose census is loaded",
    sourceOf: (figure) =>
      sourceKeys[figure.asAt === null ? -1 : censusTelling(model, fact(figure), figure.asAt)] ??
      sourceKeys[sourceKeys.length - 1],
    gapsOf: censusGaps(model),
    doubts,
    limits: settings.coverage,
  });

const modelOf = (
  censuses: readonly Census[],
  { places, people, personOf, settings, sources }: ExtractContext,
): CensusModel =>
  censusModel(censuses, {
    personOf: censuses.map((_, c) => ({ onroll: personOf[2 * c], offroll: personOf[2 * c + 1] })),
    personCount: people.count,
    places,
    register: sources.register,
    lags: lagsOf(settings),
  });

/**
 * Puts the censuses together, looks the plans that schools report up among the known ones and the
 * other way round, and counts.
 */
function linkedCensuses(censuses: readonly Census[], context: ModelContext): LinkedCensuses {
  const { authority, places, people, known, progress } = context;
  const model = modelOf(censuses, context);
  const told = known.plans?.people() ?? null;
  const loads = censuses.map(({ referenceDate }) => known.plans?.on(referenceDate) ?? null);
  const matches = loads.map((load, c) =>
    load && told
      ? matchPlans(model, c, { ...told, authority, home: people.home, plans: load.person })
      : null,
  );
  const plans = loads.map((load, c) =>
    load && told
      ? {
          setting: load.setting,
          outcome: findPlans(model, c, { load, places, hasUpn: told.hasUpn, authority }),
        }
      : null,
  );
  const rows = censusRows(model, { people, places, matches });
  const figures: Figure[] = [];
  censusFigures(model, rows, matches, (figure) => {
    figures.push(figure);
    if (figures.length % 5000 === 0) progress("Counting indicators", figures.length, null);
  });
  return { model, rows, matches, plans, figures };
}

const asPublished = ({
  indicator,
  breakdown,
  breakdownValue,
  frequency,
  end,
  numerator,
  denominator,
  value,
}: Figure): OwnFigure => ({
  indicator,
  group: [breakdown, breakdownValue],
  frequency,
  end,
  numerator,
  denominator,
  value,
});

/** The census of state-funded schools, each term. */
export const schoolCensus: Collection<Census, LinkedCensuses> = {
  id: "school-census",
  title: "School census",
  noun: "school census",
  rules: describeCensusRules(),
  indicators: censusIndicators,
  starTables: [censusPupil, attendance, suspension, ehcCensusLink, ehcPlanCensus],
  settings: censusSettings,
  alike: ["census-csv"],

  recognise: recogniseCensus,
  read: readCensuses,
  authorityOf: ({ authority }) => authority,
  filesOf: ({ files }) => files,
  choose(censuses, scope) {
    const found =
      (id: "H05" | "H06") =>
      ({ files }: Census) =>
        findingOf(readingRules[id], "schoolcensus", {
          file: files[0],
          record: "",
          line: null,
          field: null,
        });
    return chooseByScope(censuses, scope, {
      authorityOf: ({ authority }) => authority,
      firstDay: ({ referenceDate }) => referenceDate,
      ofOther: found("H05"),
      tooLate: found("H06"),
    });
  },

  check: (census, { register }, settings) =>
    checkCensus({ census, register, lags: lagsOf(settings) }),
  people: (census) =>
    censusPeople(census).map((source, i) => ({
      name: `${describeTerm(census)}, ${i === 0 ? "on roll" : "no longer on roll"}`,
      source,
    })),
  places: (censuses, { register }) => censuses.flatMap((census) => schoolsOf(census, register)),
  source({ forms, files, year, term, referenceDate, tables: { schoolcensus } }, settings) {
    const { attendance, suspension } = lagsOf(settings);
    const made = schoolcensus.text("datetime").dictionary.flatMap((text) => readDay(text) ?? []);
    return {
      form: forms.map((form) => censusForms[form]).join(", "),
      files: fileNames(files),
      year,
      from: termStart(term - Math.max(attendance, suspension)),
      to: referenceDate,
      referenceDate,
      newest: made.reduce((newest, day) => Math.max(newest, day), referenceDate),
    };
  },

  model: linkedCensuses,
  tables: ({ model, rows, ...links }, { sourceKeys }) =>
    censusFacts(model, rows, sourceKeys, links),
  figures: ({ model, figures }, context) =>
    rowsOf(model, context, figures, ({ indicator }) => factOf.get(indicator) ?? "attendance"),
  countable: {
    known: ({ model }, table) => knownTable(model, table),
    rows: ({ model }, context, table, figures) =>
      rowsOf(model, context, figures, () => (table === "suspension" ? "suspension" : "attendance")),
  },
  reconciled: ({ figures }) =>
    figures.filter(({ status }) => status !== "not_available").map(asPublished),
  findings: ({ model, matches }) => [
    ...missingSchoolFindings(model.censuses),
    ...linkFindings(model, matches),
  ],

  pupils: (censuses, context) => knownPupils(censuses, context, () => modelOf(censuses, context)),
};
