import type { Day } from "../../calendar/day";
import { spansBetween } from "../../calendar/spans";
import type { FoiSource } from "../../indicators/foi-source";
import { ageBands } from "../../star/age-bands";
import { PACK_RELEASE, releasedCsv } from "../disclosure/released-figures";
import { listChunks, type ListColumn } from "../list";
import { loadSolver } from "../disclosure/linear-program";
import { coveringNote, type CoveringNote } from "./covering-note";
import { eventTable, type EventRow } from "./event-table";
import type { FoiProfile, FoiRules } from "./foi-rules";
import { openCasesTable, type OpenRow } from "./open-table";
import { suppress, type CountCell, type FiguresBeside } from "./suppress";

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

/** By which rules a pack is made safe, and beside what. */
interface FoiSafety extends FoiRules {
  readonly beside: FiguresBeside;
  /** Area and service that it is of, as figures call them. */
  readonly place: string;
}

export interface FoiPack {
  readonly files: readonly { readonly path: string; readonly chunks: Iterable<Uint8Array> }[];
  /** Numbers in the pack, and how many of them are hidden or not known. */
  readonly numbers: number;
  readonly hidden: number;
  readonly notKnown: number;
  /** Hidden numbers that readers can narrow too far by what they know already. */
  readonly narrow: number;
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
  { columns }: Pick<FoiSource, "columns">,
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
  ...columns.map(({ id, heading }): ListColumn<EventRow> => ({
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

/** Whose pack it is, what was asked, and who made it. */
interface FoiWanted {
  /** How the note calls the authority. */
  readonly areaName: string;
  readonly request: FoiRequest;
  readonly maker: FoiMaker;
}

/** Counts, hides and writes out a pack for a request under the Freedom of Information Act. */
export async function foiPack(
  source: FoiSource,
  { areaName, request, maker }: FoiWanted,
  { rules, symbol, words, beside, place }: FoiSafety,
): Promise<FoiPack> {
  const periods = spansBetween(request.from, request.to, request.by);
  const events = eventTable(periods, source, source.events(periods), place);
  const open = openCasesTable(periods, source, source.open(periods), place);
  const cells = cellsOf(events.rows, open);
  const solver = await loadSolver();
  const { counts, released, narrow } = suppress(cells, events.remainders, {
    rules,
    beside,
    solver,
  });
  const shown: Shown = (cell) => (cell === null ? NOT_KNOWN : String(counts.get(cell) ?? symbol));
  const files = filesOf(request);
  const note = coveringNote({
    authority: areaName,
    ...request,
    ...maker,
    hiding: { symbol, words },
    files,
    doubts: source.doubts(periods),
    told: source,
  });
  const size = events.rows.length * source.columns.length + open.length * (ageBands.length + 1);
  const [eventFile, openFile] = files;
  return {
    files: [
      {
        path: eventFile.path,
        chunks: listChunks("events", eventColumns(request, source, shown), events.rows),
      },
      { path: openFile.path, chunks: listChunks("open", openColumns(request, shown), open) },
      { path: "covering-note.md", chunks: [new TextEncoder().encode(note)] },
      ...(request.profile === "internal"
        ? []
        : [{ path: PACK_RELEASE, chunks: releasedCsv(released) }]),
    ],
    numbers: size,
    hidden: cells.filter((cell) => counts.get(cell) === null).length,
    notKnown: size - cells.length,
    narrow,
    rows: { events: events.rows.length, open: open.length },
  };
}
