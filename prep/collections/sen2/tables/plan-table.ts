import { textBuilder } from "../../../columns/build";
import { FlagColumn } from "../../../columns/column";
import { take } from "../../../columns/rows";
import type { StarData } from "../../../star/frame";
import { wordOfCode } from "../../../star/words-of-codes";
import { schemaMeanings, type CodeMeanings } from "../fields/code-sets";
import { ehcPlan } from "./fact-tables";
import type { Sen2Model } from "../model/model";
import { days, grouped, integers, plusOne, starTable, type CaseKeys } from "./star-rows";

/** Newest text or flag of a named plan or active plan column over the observations of each case. */
function planColumns(model: Sen2Model) {
  const { cases, returns } = model;
  const { observations, order, from } = cases;
  const newest =
    <V>(rowOf: Int32Array, read: readonly ((row: number) => V | null)[]) =>
    (c: number): V | null => {
      for (let i = from[c + 1] - 1; i >= from[c]; i--) {
        const observation = order[i];
        const value =
          rowOf[observation] < 0 ? null : read[observations.ret[observation]](rowOf[observation]);
        if (value !== null) return value;
      }
      return null;
    };
  const named = (column: string) =>
    newest(
      observations.namedPlan,
      returns.map(
        ({ tables }) =>
          (row) =>
            tables.namedplan.code(column).at(row),
      ),
    );
  const active = (column: string) =>
    newest(
      observations.activePlan,
      returns.map(
        ({ tables }) =>
          (row) =>
            tables.activeplans.code(column).at(row),
      ),
    );
  const flag = (column: string) =>
    newest(
      observations.namedPlan,
      returns.map(
        ({ tables }) =>
          (row) =>
            tables.namedplan.flag(column).at(row),
      ),
    );
  return { named, active, flag };
}

/** The plans: cases that have a start. `plans` are their case numbers in the order of the keys. */
export function planTable(
  model: Sen2Model,
  { keyOf }: CaseKeys,
  plans: Int32Array,
  source: Int32Array,
): StarData {
  const { merged, ceased, events } = model;
  const { named, active, flag } = planColumns(model);
  const text = (read: (c: number) => string | null) => {
    const builder = textBuilder(plans.length);
    plans.forEach((c, row) => builder.set(row, read(c)));
    return builder.column();
  };
  const yesNo = (read: (c: number) => boolean | null) =>
    new FlagColumn(
      Int8Array.from(
        plans,
        (c) => ({ true: 1, false: 0, null: -1 })[String(read(c)) as "true" | "false" | "null"],
      ),
    );
  const { age_band, primary_need } = events.plan.breakdowns;
  const hasCeased = (c: number): boolean => ceased.ceased[c] === 1;
  const workBased = { named: named("planwbp"), active: active("wbp") };
  const payment = named("dp");
  const work = (c: number): string | null => workBased.named(c) ?? workBased.active(c);
  const { directPayments, workBased: ofWork } = model.options.meanings ?? schemaMeanings;
  /** What a letter of the authority means; the letter itself where nothing says it. */
  const meant = (letter: string | null, kinds: CodeMeanings["workBased"]): string | null =>
    letter === null ? null : wordOfCode({}, kinds[letter.toUpperCase()] ?? letter);
  return starTable(ehcPlan, {
    plan_key: integers(keyOf, plans),
    request_key: integers(keyOf, plans),
    person_key: plusOne(take(merged.person, plans)),
    source_key: integers(source, plans),
    start_date: days(merged.start, plans),
    cease_date: days(merged.cease, plans),
    shown_until: days(merged.planShownUntil, plans),
    cease_reason: text(named("ceasereason")),
    transferred_from: text(active("transferla")),
    personal_budget: yesNo(flag("pb")),
    organised_arrangements: yesNo(flag("oa")),
    direct_payments: text(payment),
    direct_payments_words: text((c) => meant(payment(c), directPayments)),
    work_based_learning: text(work),
    work_based_learning_words: text((c) => meant(work(c), ofWork)),
    age_band_ceased: grouped(age_band, plans, hasCeased),
    need_when_ceased: grouped(primary_need, plans, hasCeased),
    ceased: integers(events.plan.measures.ceased, plans),
  });
}
