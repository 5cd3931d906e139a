import type { Grouped } from "../../../columns/column-source";
import type { TextColumn } from "../../../columns/column";
import { columns, recode } from "../../../columns/expression";
import { defineView, viewRows, type ViewRows } from "../../../indicators/view";
import type { People } from "../../../protect/people";
import { personColumns, personData, personGroups } from "../../../protect/person-groups";
import { placeColumns, placeData, placesOfPeople } from "../../../protect/place-groups";
import { ageBandOf } from "../../../star/age-bands";
import { ehcPlan } from "../tables/fact-tables";
import type { CaseloadSource } from "../model/caseload";
import { codeSets } from "../fields/code-sets";
import type { CeasedFacts } from "../model/plan-facts";
import { needs } from "../model/plan-records";
import type { Sen2Return } from "../read/return";
import { fromOne, needOf } from "./groups";
import { ofCase, ofNeed, ofPerson, ofPlace } from "./rests-on";

const ceaseReasons = codeSets.CeaseReason.map(({ code }) => code);

const q = {
  ...personColumns,
  ...placeColumns,
  ...columns({
    cease_date: "day",
    cease_reason: ceaseReasons,
    /** Completed years on the day. */
    age_ceased: "number",
    need_when_ceased: needs,
    ceased_in_period: "flag",
  }),
};

/**
 * Plans over all returns, one row a case; they count by the day that they ceased, where a loaded
 * reference period
 * contains it.
 */
export const planView = defineView({
  name: "plan",
  star: { table: ehcPlan },
  columns: q,
  dates: { cease_date: q.cease_date },
  flags: { ceased: q.ceased_in_period },
  breakdowns: {
    ...personGroups,
    ...placeColumns,
    age_band: ageBandOf(q.age_ceased),
    primary_need: needOf(q.need_when_ceased),
    cease_reason: recode(
      q.cease_reason,
      ceaseReasons.map((code) => [code, code] as const),
      "not_recorded",
    ),
  },
  restsOn: {
    rows: ofCase,
    columns: {
      ...ofPerson,
      ...ofPlace,
      cease_date: ["namedplan.ceasedate"],
      cease_reason: ["namedplan.ceasereason"],
      age_ceased: ofPerson.age,
      need_when_ceased: ofNeed,
      ceased_in_period: ["namedplan.ceasedate", "namedplan.startdate"],
    },
  },
  known: ["plans"],
});

/** The newest known reason of each case, over its observations. */
function reasonsOf({ cases, merged }: CaseloadSource, returns: readonly Sen2Return[]): Grouped {
  const groupsIn = ({ dictionary, codes }: TextColumn): Int8Array => {
    const group = dictionary.map((code) => ceaseReasons.findIndex((reason) => reason === code));
    return Int8Array.from(codes, (code) => group[code]);
  };
  const told = returns.map(({ tables }) => groupsIn(tables.namedplan.text("ceasereason")));
  const groups = new Int8Array(merged.count).fill(-1);
  const { order, from, observations } = cases;
  for (let c = 0; c < merged.count; c++)
    for (let i = from[c]; i < from[c + 1]; i++) {
      const named = observations.namedPlan[order[i]];
      if (named < 0) continue;
      const group = told[observations.ret[order[i]]][named];
      if (group >= 0) groups[c] = group;
    }
  return { values: ceaseReasons, groups };
}

/** The plans of a model as rows of their view. */
export const planRows = (
  source: CaseloadSource,
  returns: readonly Sen2Return[],
  { ceased, age, need }: CeasedFacts,
  people: People,
): ViewRows<typeof planView> =>
  viewRows(planView, {
    count: source.merged.count,
    columns: {
      cease_date: source.merged.cease,
      cease_reason: reasonsOf(source, returns),
      age_ceased: age,
      need_when_ceased: fromOne(needs, need),
      ...personData(source.merged.person, people),
      ...placeData(placesOfPeople(people), source.merged.person),
      ceased_in_period: ceased,
    },
  });
