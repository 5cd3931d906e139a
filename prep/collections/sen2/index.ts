import { readDay } from "../../calendar/read-day";
import type { Frequency } from "../../calendar/periods";
import { fileFinding } from "../../extracts/file-rules";
import type { Figure } from "../../indicators/figure";
import { countedRows } from "../../indicators/kpi-value-rows";
import type { KpiValueRow } from "../../star/kpi-value-row";
import { ehcCaseload } from "./tables/caseload-fact";
import { annualReview, ehcPlan, phaseTransfer, placement, planNeed } from "./tables/fact-tables";
import { ehcRequest } from "./tables/request-fact";
import { sen2Settings, sen2SettingsOf } from "./setting-declarations";
import { chooseByScope } from "../choose-by-scope";
import type { Collection, ModelContext } from "../collection";
import { acrossReturns } from "./rules/across-returns";
import { caseloadOn } from "./model/caseload";
import { checkReturn } from "./rules/check-return";
import { countSen2, sen2KnownDays } from "./indicators/figures";
import { sen2FoiSource } from "./lists/foi-source";
import { alertList } from "./lists/alert-list";
import { annexA } from "./lists/annex-a";
import { formNames } from "./read/return";
import { sen2Gaps } from "./indicators/gaps";
import { sen2Indicators } from "./indicators/indicators";
import { sen2Model, type Sen2Model } from "./model/model";
import { sen2People } from "./model/people";
import { coveringReturn, returnPeriod } from "./model/periods";
import { describeReturn } from "./read/read-return";
import { inheritedReturns } from "./read/inherited";
import { readReturns, recogniseSen2 } from "./read/read";
import { eachReturnAlone } from "./indicators/reconciled";
import { figuresToPublish } from "./indicators/to-publish";
import { withoutRepeats } from "./read/repeated-returns";
import type { Sen2Return } from "./read/return";
import { describeSen2Rules } from "./rules/sen2-rules";
import { placesOf } from "./model/settings";
import { sen2Facts } from "./tables/tables";

/** Tables whose rows are known as far as requests are; the others as far as plans are. */
const REQUEST_TABLES: readonly string[] = ["ehc_request"];
const FREQUENCIES: readonly Frequency[] = [
  "month",
  "quarter",
  "term",
  "calendar_year",
  "academic_year",
  "financial_year",
  "year_to_date",
  "rolling_12_months",
];

/**
 * Figures as rows, each with the return that covers its end as its source; the newest where none
 * does.
 */
const rowsOf = (
  model: Sen2Model,
  { authority, areaName, sourceKeys, settings, sources, doubts }: ModelContext,
  figures: readonly Figure[],
): KpiValueRow[] => {
  const { periods, returns } = model;
  return countedRows(figures, {
    gapsOf: sen2Gaps(model, sources.ownIndicators),
    doubts,
    limits: settings.coverage,
    authority,
    footprint: areaName,
    cohort: "Children and young people of the authority's SEN2 return",
    sourceOf: ({ end }) => {
      const ret = coveringReturn(periods, end);
      return sourceKeys[ret < 0 ? returns.length - 1 : ret];
    },
  });
};

/**
 * The annual return of education, health and care plans, and extracts in its layout during the
 * year.
 */
export const sen2: Collection<Sen2Return, Sen2Model> = {
  id: "sen2",
  title: "SEN2",
  noun: "SEN2 return",
  rules: describeSen2Rules(),
  indicators: sen2Indicators,
  starTables: [ehcRequest, ehcPlan, placement, planNeed, annualReview, phaseTransfer, ehcCaseload],
  settings: sen2Settings,

  recognise: recogniseSen2,
  read: readReturns,
  authorityOf: ({ authority }) => authority,
  filesOf: ({ files }) => files,
  choose(extracts, scope) {
    const { kept: once, rejected, findings } = withoutRepeats(extracts);
    const chosen = chooseByScope(once, scope, {
      authorityOf: ({ authority }) => authority,
      firstDay: (ret, asAt) => returnPeriod(ret, asAt).start,
      ofOther: ({ files }) => fileFinding("F05", files[0]),
      tooLate: ({ files }) => fileFinding("F07", files[0]),
    });
    return {
      kept: [...chosen.kept].sort((a, b) => a.referenceDate - b.referenceDate || a.year - b.year),
      left: [...rejected, ...chosen.left],
      findings: [...findings, ...chosen.findings],
    };
  },

  inherit: inheritedReturns,

  check(ret, { register }, settings) {
    const { limits, workBasedCodes, directPaymentCodes } = sen2SettingsOf(settings);
    return checkReturn({
      ret,
      ...(register ? { register: register.forRules } : {}),
      limits,
      namedCodes: {
        WorkBased: Object.keys(workBasedCodes),
        DirectPayments: Object.keys(directPaymentCodes),
      },
    });
  },
  people: (ret) => [{ name: describeReturn(ret), source: sen2People(ret) }],
  places: (returns, { register }) => placesOf(returns, register),
  source(ret, { asAt }) {
    const { start, plansEnd } = returnPeriod(ret, asAt);
    return {
      form: formNames[ret.form],
      files: ret.files.join("; "),
      year: ret.year,
      from: start,
      to: plansEnd,
      referenceDate: ret.referenceDate,
      newest: readDay(ret.dateTime) ?? ret.referenceDate,
    };
  },

  model(returns, { authority, settings, sources: { register }, otherPlaces, people, personOf }) {
    const { limits, workBasedCodes, directPaymentCodes } = sen2SettingsOf(settings);
    return sen2Model(returns, personOf, people, {
      authority,
      asAt: settings.asAt,
      limits,
      meanings: { workBased: workBasedCodes, directPayments: directPaymentCodes },
      register,
      otherSettings: otherPlaces,
    });
  },
  capabilities: (model, { told }) => ({
    plans: { on: (day) => caseloadOn(model, day), people: told },
  }),
  tables: (model, { sourceKeys }) => sen2Facts(model, sourceKeys),
  figures(model, context) {
    const figures: Figure[] = [];
    countSen2(model, (figure) => {
      figures.push(figure);
      if (figures.length % 5000 === 0)
        context.progress("Counting indicators", figures.length, null);
    });
    return rowsOf(model, context, figures);
  },
  countable: {
    known({ periods }, table) {
      const known = sen2KnownDays(periods);
      return {
        days: REQUEST_TABLES.includes(table) ? known.requests : known.plans,
        frequencies: FREQUENCIES,
      };
    },
    rows: (model, context, _, figures) => rowsOf(model, context, figures),
  },
  reconciled: eachReturnAlone,
  toPublish: (model, r, context) =>
    figuresToPublish(model, r, (alone, figures) =>
      rowsOf(alone, { ...context, sourceKeys: [context.sourceKeys[r]] }, figures),
    ),
  findings: acrossReturns,

  caseLists: [alertList, annexA],
  foi: sen2FoiSource,
};
