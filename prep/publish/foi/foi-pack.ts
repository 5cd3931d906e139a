import { dayLabel } from "../../calendar/periods";
import type { Day } from "../../calendar/day";
import { spansBetween } from "../../calendar/spans";
import { sen2KnownDays } from "../../collections/sen2/figures";
import { formNames } from "../../collections/sen2/form-names";
import type { Sen2Model } from "../../collections/sen2/model";
import { ageBands } from "../../star/age-bands";
import { listChunks, type ListColumn } from "../list";
import { countEvents, countOpen } from "./count-foi";
import { coveringNote } from "./covering-note";
import { eventTable, type EventRow } from "./event-table";
import { foiMeasures } from "./foi-measures";
import { foiRules, type FoiProfile } from "./foi-rules";
import { openTable, type OpenRow } from "./open-table";
import { suppress, type CountCell } from "./suppress";

export interface FoiRequest {
  readonly from: Day;
  readonly to: Day;
  readonly by: "week" | "month";
  readonly profile: FoiProfile;
}

export interface FoiMaker {
  readonly product: string;
  /** ISO date. */
  readonly madeOn: string;
}

export interface FoiPack {
  readonly files: readonly { readonly path: string; readonly chunks: Iterable<Uint8Array> }[];
  /** Numbers in the pack, and how many of them are hidden or not known. */
  readonly numbers: number;
  readonly hidden: number;
  readonly notKnown: number;
  /** Rows of the two tables. */
  readonly rows: { readonly events: number; readonly open: number };
}

const NOT_KNOWN = "x";
const bandHeadings = ageBands.map((band) =>
  band === "other_age"
    ? "Other ages"
    : band === "not_recorded"
      ? "Age not recorded"
      : `Aged ${band.replace("-", " to ")}`,
);

/** Counts, hides and writes out a pack for a request under the Freedom of Information Act. `areaName` is how the note calls the authority. */
export function foiPack(
  model: Sen2Model,
  areaName: string,
  request: FoiRequest,
  { product, madeOn }: FoiMaker,
): FoiPack {
  const { from, to, by, profile } = request;
  const periods = spansBetween(from, to, by);
  const { rules, symbol } = foiRules[profile];
  const events = eventTable(periods, countEvents(model, periods));
  const open = openTable(periods, countOpen(model, periods));
  const total = events.rows.at(-1)!;
  const eventCells = [total, ...events.rows.slice(0, -1)].flatMap(({ cells }) =>
    Object.values(cells).flatMap((cell) => cell ?? []),
  );
  const openCells = [
    ...open.flatMap(({ all }) => all ?? []),
    ...open.flatMap(({ bands }) => bands.flatMap((cell) => cell ?? [])),
  ];
  const cells = [...eventCells, ...openCells];
  const published = suppress(cells, events.remainders, rules);
  const shown = (cell: CountCell | null): string =>
    cell === null ? NOT_KNOWN : String(published.get(cell) ?? symbol);

  const eventColumns: ListColumn<EventRow>[] = [
    {
      name: by === "week" ? "Week" : "Month",
      type: "text",
      value: ({ period }) => period?.label ?? "All",
    },
    { name: "From", type: "date", value: ({ period }) => period?.start ?? from },
    { name: "To", type: "date", value: ({ period }) => period?.end ?? to },
    {
      name: "Remark",
      type: "text",
      value: ({ period }) => (period?.part ? `part of a ${by}` : null),
    },
    ...foiMeasures.map(({ id, heading }): ListColumn<EventRow> => ({
      name: heading,
      type: "text",
      value: (row) => shown(row.cells[id]),
    })),
  ];
  const openColumns: ListColumn<OpenRow>[] = [
    { name: by === "week" ? "Week" : "Month", type: "text", value: ({ period }) => period },
    { name: "As at", type: "date", value: ({ day }) => day },
    { name: "Cases", type: "text", value: ({ heading }) => heading },
    { name: "All ages", type: "text", value: ({ all }) => shown(all) },
    ...bandHeadings.map((name, band): ListColumn<OpenRow> => ({
      name,
      type: "text",
      value: ({ bands }) => shown(bands[band]),
    })),
  ];
  const tables = [
    { path: `events-by-${by}.csv`, holds: `what happened in each ${by}, and in all of them` },
    { path: `open-cases-by-${by}.csv`, holds: `cases open on the last day of each ${by}, by age` },
  ];
  const known = sen2KnownDays(model.periods);
  const note = coveringNote({
    authority: areaName,
    from,
    to,
    by,
    profile,
    product,
    madeOn,
    files: tables,
    sources: model.returns.map(
      ({ year, form, referenceDate }) =>
        `SEN2 return ${year} (${formNames[form]}), as at ${dayLabel(referenceDate)}`,
    ),
    requestsTo: known.requests.end,
    plansTo: known.plans.end,
    planDays: model.options.limits.planDays,
  });
  const size = events.rows.length * foiMeasures.length + open.length * (ageBands.length + 1);
  return {
    files: [
      { path: tables[0].path, chunks: listChunks("events", eventColumns, events.rows) },
      { path: tables[1].path, chunks: listChunks("open", openColumns, open) },
      { path: "covering-note.md", chunks: [new TextEncoder().encode(note)] },
    ],
    numbers: size,
    hidden: cells.filter((cell) => published.get(cell) === null).length,
    notKnown: size - cells.length,
    rows: { events: events.rows.length, open: open.length },
  };
}
