import type { Grouped } from "../../../columns/column-source";
import type { TextColumn } from "../../../columns/column";
import { columns } from "../../../columns/expression";
import { defineView, viewRows, type ViewRows } from "../../../indicators/view";
import { ethnicityGroups } from "../../../protect/ethnicity-group";
import { sexes, type People } from "../../../protect/people";
import { ageBands } from "../../../star/age-bands";
import { ehcPlan } from "../tables/fact-tables";
import type { CaseloadSource } from "../model/caseload";
import { codeSets } from "../fields/code-sets";
import type { CeasedFacts } from "../model/plan-facts";
import { needs } from "../model/plan-records";
import type { Sen2Return } from "../read/return";
import { personGroups } from "./groups";
import { ofCase, ofNeed, ofPerson } from "./rests-on";

const ceaseReasons = [...codeSets.CeaseReason.map(({ code }) => code), "not_recorded"];

const q = columns({
  cease_date: "day",
  cease_reason: ceaseReasons,
  age_band_ceased: ageBands,
  need_when_ceased: needs,
  sex: sexes,
  ethnicity_group: ethnicityGroups,
  ceased_in_period: "flag",
});

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
    age_band: q.age_band_ceased,
    sex: q.sex,
    ethnicity_group: q.ethnicity_group,
    primary_need: q.need_when_ceased,
    cease_reason: q.cease_reason,
  },
  restsOn: {
    rows: ofCase,
    columns: {
      ...ofPerson,
      cease_date: ["namedplan.ceasedate"],
      cease_reason: ["namedplan.ceasereason"],
      age_band_ceased: ofPerson.age_band,
      need_when_ceased: ofNeed,
      ceased_in_period: ["namedplan.ceasedate", "namedplan.startdate"],
    },
  },
  known: ["plans"],
});

/** The newest known reason of each case, over its observations. */
function reasonsOf({ cases, merged }: CaseloadSource, returns: readonly Sen2Return[]): Grouped {
  const last = ceaseReasons.length - 1;
  const groupsIn = ({ dictionary, codes }: TextColumn): Uint8Array => {
    const group = Uint8Array.from(dictionary, (code) => {
      const found = ceaseReasons.indexOf(code);
      return found < 0 ? last : found;
    });
    return Uint8Array.from(codes, (code) => group[code]);
  };
  const told = returns.map(({ tables }) => groupsIn(tables.namedplan.text("ceasereason")));
  const groups = new Uint8Array(merged.count).fill(last);
  const { order, from, observations } = cases;
  for (let c = 0; c < merged.count; c++)
    for (let i = from[c]; i < from[c + 1]; i++) {
      const named = observations.namedPlan[order[i]];
      if (named < 0) continue;
      const group = told[observations.ret[order[i]]][named];
      if (group < last) groups[c] = group;
    }
  return { values: ceaseReasons, groups };
}

/** The plans of a model as rows of their view. */
export const planRows = (
  source: CaseloadSource,
  returns: readonly Sen2Return[],
  { ceased, ageBand, need }: CeasedFacts,
  people: People,
): ViewRows<typeof planView> =>
  viewRows(planView, {
    count: source.merged.count,
    columns: {
      cease_date: source.merged.cease,
      cease_reason: reasonsOf(source, returns),
      age_band_ceased: { values: ageBands, groups: ageBand },
      need_when_ceased: { values: needs, groups: need },
      ...personGroups(source.merged.person, people),
      ceased_in_period: ceased,
    },
  });
