import { dayLabel } from "../../calendar/periods";
import type { Day } from "../../calendar/day";
import { spansBetween } from "../../calendar/spans";
import { sen2KnownDays } from "../../collections/sen2/figures";
import { formNames } from "../../collections/sen2/form-names";
import type { Sen2Model } from "../../collections/sen2/model";
import { ageBands } from "../../star/age-bands";
import { listChunks, type ListColumn } from "../list";
import { countEvents, countOpen } from "./count-foi";
import { coveringNote, type CoveringNote } from "./covering-note";
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

type Shown = (cell: CountCell | null) => string;

const titleOf = (by: FoiRequest["by"]): string => (by === "week" ? "Week" : "Month");

const eventColumns = (
  { from, to, by }: FoiRequest,
  shown: Shown,
): readonly ListColumn<EventRow>[] => [
  { name: titleOf(by), type: "text", value: ({ period }) => period?.label ?? "All" },
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
    value: ({ cells }) => shown(cells[id]),
  })),
];

const openColumns = ({ by }: FoiRequest, shown: Shown): readonly ListColumn<OpenRow>[] => [
  { name: titleOf(by), type: "text", value: ({ period }) => period },
  { name: "As at", type: "date", value: ({ day }) => day },
  { name: "Cases", type: "text", value: ({ heading }) => heading },
  { name: "All ages", type: "text", value: ({ all }) => shown(all) },
  ...bandHeadings.map((name, band): ListColumn<OpenRow> => ({
    name,
    type: "text",
    value: ({ bands }) => shown(bands[band]),
  })),
];

/** All counts of the two tables, those most wanted first: totals before their parts. */
function cellsOf(events: readonly EventRow[], open: readonly OpenRow[]): CountCell[] {
  const total = events.at(-1)!;
  const inEvents = [total, ...events.slice(0, -1)].flatMap(({ cells }) => Object.values(cells));
  const inOpen = [...open.map(({ all }) => all), ...open.flatMap(({ bands }) => bands)];
  return [...inEvents, ...inOpen].filter((cell) => cell !== null);
}

const filesOf = ({ by }: FoiRequest): CoveringNote["files"] => [
  { path: `events-by-${by}.csv`, holds: `what happened in each ${by}, and in all of them` },
  { path: `open-cases-by-${by}.csv`, holds: `cases open on the last day of each ${by}, by age` },
];

/** What the covering note says of the extracts behind a pack. */
function extractsOf(
  model: Sen2Model,
): Pick<CoveringNote, "sources" | "requestsTo" | "plansTo" | "planDays"> {
  const known = sen2KnownDays(model.periods);
  return {
    sources: model.returns.map(
      ({ year, form, referenceDate }) =>
        `SEN2 return ${year} (${formNames[form]}), as at ${dayLabel(referenceDate)}`,
    ),
    requestsTo: known.requests.end,
    plansTo: known.plans.end,
    planDays: model.options.limits.planDays,
  };
}

/**
 * Counts, hides and writes out a pack for a request under the Freedom of Information Act. `areaName` is how the note
 * calls the authority.
 */
export function foiPack(
  model: Sen2Model,
  areaName: string,
  request: FoiRequest,
  maker: FoiMaker,
): FoiPack {
  const periods = spansBetween(request.from, request.to, request.by);
  const { rules, symbol } = foiRules[request.profile];
  const events = eventTable(periods, countEvents(model, periods));
  const open = openTable(periods, countOpen(model, periods));
  const cells = cellsOf(events.rows, open);
  const published = suppress(cells, events.remainders, rules);
  const shown: Shown = (cell) =>
    cell === null ? NOT_KNOWN : String(published.get(cell) ?? symbol);
  const files = filesOf(request);
  const note = coveringNote({
    authority: areaName,
    ...request,
    ...maker,
    files,
    ...extractsOf(model),
  });
  const size = events.rows.length * foiMeasures.length + open.length * (ageBands.length + 1);
  const [eventFile, openFile] = files;
  return {
    files: [
      {
        path: eventFile.path,
        chunks: listChunks("events", eventColumns(request, shown), events.rows),
      },
      { path: openFile.path, chunks: listChunks("open", openColumns(request, shown), open) },
      { path: "covering-note.md", chunks: [new TextEncoder().encode(note)] },
    ],
    numbers: size,
    hidden: cells.filter((cell) => published.get(cell) === null).length,
    notKnown: size - cells.length,
    rows: { events: events.rows.length, open: open.length },
  };
}
