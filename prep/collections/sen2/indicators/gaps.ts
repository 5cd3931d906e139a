import { civilOf } from "../../../calendar/day";
import { orderOf } from "../../../columns/date-order";
import { mayMean } from "../../../check/may-mean";
import { orderGaps, type DateOrderOfRows } from "../../../indicators/order-gaps";
import { columnGaps } from "../../../indicators/column-gaps";
import type { FigureOfPeriod } from "../../../indicators/kpi-value-rows";
import type { Gap } from "../../../indicators/gap";
import type { OwnIndicator } from "../../../indicators/own-catalogue";
import { extractColumns, restsOn } from "../../../indicators/rests-on";
import type { View } from "../../../indicators/view";
import {
  columnName,
  newestLayout,
  parentOf,
  sen2Fields,
  sen2Tables,
  type Sen2TableName,
} from "../fields/fields";
import { sen2Indicators, sen2PublishedVariants } from "./indicators";
import type { Sen2Model } from "../model/model";
import { coveringReturn } from "../model/periods";
import type { Sen2Return } from "../read/return";
import { headerContradiction } from "../rules/header-contradiction";
import { caseloadView } from "../views/caseload-view";
import { planView } from "../views/plan-view";
import { requestView } from "../views/request-view";
import { phaseTransferView, reviewView } from "../views/review-views";

const countOf = new Map(
  [...sen2Indicators, ...sen2PublishedVariants].map(({ id, count }) => [id, count]),
);
const fieldOf = new Map(sen2Fields.map((field) => [`${field.table}.${columnName(field)}`, field]));

/** Columns without which a row stands in no period and counts nowhere. */
const NEEDED: ReadonlySet<string> = new Set(["namedplan.startdate"]);

/**
 * Views of the tables that a council may count from, and for those that have none what they hold.
 */
const countable: readonly View[] = [
  requestView,
  planView,
  caseloadView,
  reviewView,
  phaseTransferView,
];
const withoutView: Readonly<Record<string, readonly string[]>> = {
  placement: ["placementdetail.entrydate", "placementdetail.leavingdate", "placementdetail.urn"],
  plan_need: ["senneed.sentype", "senneed.sentyperank"],
};

/** Dates of which one comes first. */
const sen2Orders: readonly DateOrderOfRows<Sen2TableName>[] = [
  { table: "requests", first: "receiveddate", last: "requestoutcomedate" },
  { table: "namedplan", first: "startdate", last: "ceasedate" },
  { table: "placementdetail", first: "entrydate", last: "leavingdate", needsFirst: true },
];

/** A table and those that it hangs under: who is lost there is lost here. */
const lineOf = (table: Sen2TableName): readonly Sen2TableName[] => {
  const above = parentOf[table];
  return above === null || above === "sen2" ? [table] : [table, ...lineOf(above)];
};

/** Whether some date column of a return shows that its days stand first. */
const isDayFirst = ({ tables }: Sen2Return): boolean =>
  sen2Fields.some(
    (field) =>
      field.type === "date" && orderOf(tables[field.table].text(columnName(field))) === "day-first",
  );

const hasRefusedDates = ({ tables }: Sen2Return): boolean =>
  sen2Tables.some((table) =>
    tables[table].datesInDoubt().some(({ verdict }) => verdict === "refuse"),
  );

/**
 * Dates that fit both orders, by what the other tables of the return show: day first like theirs,
 * month first and so misread, or in doubt. Those of the
 * statutory XML form are of one order.
 */
function settled(ret: Sen2Return, gap: Gap): readonly Gap[] {
  if (gap.kind !== "doubt") return [gap];
  if (ret.form === "xml") return [];
  if (hasRefusedDates(ret)) return [{ ...gap, kind: "unread" }];
  return isDayFirst(ret) ? [] : [gap];
}

/** Numbers of institutions and authorities: what is of another shape is not understood. */
const isNumber = (type: string): boolean => /^(urn|ukprn|authority)$/.test(type);

/** What one column of a return lacks. A field that its year does not have lacks nothing. */
function gapsOfColumn(ret: Sen2Return, name: string): readonly Gap[] {
  const field = fieldOf.get(name);
  if (!field) return [];
  const { table, from = -Infinity, to = Infinity, tag, codes } = field;
  const rows = ret.tables[table];
  if (ret.year < from || ret.year > to) return [];
  const column = columnName(field);
  const stranger = ret.strangers[table].find((name) => mayMean(name, column));
  // Of XML the item may be missing because nobody has it, unless something stands in its place.
  if (!rows.has(column) && (ret.form !== "xml" || ret.strangers[table].length > 0))
    return [{ kind: "unread", why: `The table ${table} has no column ${tag}` }];
  if (stranger !== undefined)
    return [{ kind: "doubt", why: `Some values of ${tag} (${table}) may be under ${stranger}` }];
  if (rows.rowCount === 0) return [];
  const isNeeded = NEEDED.has(name);
  return columnGaps(rows, {
    column,
    table,
    isCoded: isNumber(field.type) || (codes !== undefined && field.type === "code"),
    isNeeded,
  }).flatMap((gap) => settled(ret, gap));
}

/** The same, worked out once for each name. */
function onceEach<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    if (!made.has(name)) made.set(name, make(name));
    return made.get(name)!;
  };
}

/** A doubt of every figure of a whole return whose layout is newer than any that is known. */
function newerLayout({ year, referenceDate }: Sen2Return): readonly Gap[] {
  // An extract of before its census is still in the layout of the software that made it.
  if (year <= newestLayout || civilOf(referenceDate).year < year) return [];
  return [
    {
      kind: "doubt",
      why: `The layout of the ${year} return is not known; it was read by that of ${newestLayout}`,
    },
  ];
}

/** What tells what a return lacks of some columns (`table.column`) and their tables. */
function gapsOfReturn(ret: Sen2Return): (names: readonly string[]) => readonly Gap[] {
  const contradiction = headerContradiction(ret);
  if (contradiction !== null) return () => [{ kind: "unread", why: contradiction }];
  const ofLayout = newerLayout(ret);
  const ofColumn = onceEach((name) => gapsOfColumn(ret, name));
  const ofOrder = new Map(
    sen2Orders.map((order) => [order, onceEach(() => orderGaps(ret.tables[order.table], order))]),
  );
  return (names) => {
    const tables = new Set(
      names
        .map((name) => name.split(".")[0] as Sen2TableName)
        .filter((table) => sen2Tables.includes(table))
        .flatMap(lineOf),
    );
    return [
      ...ofLayout,
      ...[...tables].flatMap((table) => ret.gaps[table]),
      ...names.flatMap(ofColumn),
      ...sen2Orders
        .filter(({ table, first, last }) =>
          [first, last].some((column) => names.includes(`${table}.${column}`)),
        )
        .flatMap((order) => ofOrder.get(order)!("")),
    ];
  };
}

/** What a council's own indicator rests on: the columns of the table that it names. */
function ownColumns({ count }: OwnIndicator): readonly string[] {
  if (!count) return [];
  const said = JSON.stringify(count);
  const names = (view: View): readonly string[] =>
    Object.keys(view.columns).filter((column) => said.includes(column));
  const views = countable.filter(({ star }) => star?.table.name === count.table);
  return [
    ...views.flatMap((view) => extractColumns(view, names(view))),
    ...(withoutView[count.table] ?? []),
  ];
}

/**
 * What the returns lack that a figure rests on: how things stand on a day is told by the return
 * that covers it, what happened in a period by every return
 * whose reference period meets it.
 */
export function sen2Gaps(
  { returns, periods }: Pick<Sen2Model, "returns" | "periods">,
  own: readonly OwnIndicator[] = [],
): (figure: FigureOfPeriod) => readonly Gap[] {
  const ownOf = new Map(own.map((indicator) => [indicator.id, indicator]));
  const known = new Map<string, readonly Gap[]>();
  const ofReturns = returns.map(gapsOfReturn);
  const columnsOf = ({ indicator, breakdown }: FigureOfPeriod): readonly string[] => {
    const count = countOf.get(indicator);
    if (count) return restsOn(count, breakdown);
    const one = ownOf.get(indicator);
    return one ? ownColumns(one) : [];
  };
  const returnsOf = ({ indicator, start, end }: FigureOfPeriod): readonly number[] =>
    countOf.get(indicator)?.clock === "day"
      ? [coveringReturn(periods, end)].filter((r) => r >= 0)
      : periods.flatMap((period, r) =>
          period.start <= end && period.plansEnd >= start ? [r] : [],
        );
  return (figure) => {
    const told = returnsOf(figure);
    const key = `${figure.indicator} ${figure.breakdown} ${told.join()}`;
    let gaps = known.get(key);
    if (!gaps) {
      const names = columnsOf(figure);
      gaps = told.flatMap((r) => ofReturns[r](names));
      known.set(key, gaps);
    }
    return gaps;
  };
}
