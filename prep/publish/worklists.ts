import { desc, op } from "arquero";
import type { ColumnTable } from "arquero";
import type { SchoolCount } from "../check/run";
import { recordTable, recordsOf } from "../columns/record-table";
import { worklistCsv, type Task } from "./findings";
import { listChunks, type ListColumn } from "./list";
import { NOT_ASSIGNED, type WorkPlace, type WorkPlaces } from "./work-places";

/** A file of the worklists, its path below the output folder. */
interface WorklistFile {
  readonly path: string;
  readonly chunks: Iterable<Uint8Array>;
}

const FOLDER = "checks/worklists";

/** Names that Windows keeps for devices, whatever comes after the dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A name that every system can have for a file, made from a text; never one of those taken before.
 */
function fileName(text: string, taken: Set<string>): string {
  const letters =
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "unnamed";
  const plain = DEVICES.test(letters) ? `${letters}-list` : letters;
  for (let n = 1; ; n++) {
    const name = n === 1 ? plain : `${plain}-${n}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

interface Overview {
  readonly place: WorkPlace;
  readonly path: string;
  readonly tasks: readonly Task[];
  readonly errors: number;
  readonly warnings: number;
}

const listed = ({ tasks }: Overview): number =>
  tasks.reduce((sum, { findings }) => sum + findings.length, 0);

const overviewColumns: readonly ListColumn<Overview>[] = [
  { name: "urn", type: "text", value: ({ place }) => place.urn },
  { name: "school", type: "text", value: ({ place }) => place.name ?? place.school },
  { name: "team", type: "text", value: ({ place }) => place.team },
  { name: "errors", type: "int64", value: ({ errors }) => errors },
  { name: "warnings", type: "int64", value: ({ warnings }) => warnings },
  { name: "records", type: "int64", value: ({ tasks }) => tasks.length },
  {
    name: "findings_not_listed",
    type: "int64",
    value: (one) => Math.max(0, one.errors + one.warnings - listed(one)),
  },
  { name: "worklist", type: "text", value: ({ path, tasks }) => (tasks.length > 0 ? path : null) },
];

/** Tasks by school and by team, those of each in their order. */
const taskTable = (tasks: readonly Task[]): ColumnTable =>
  recordTable(tasks, {
    school: ({ place }) => place.school,
    team: ({ place }) => place.team ?? NOT_ASSIGNED,
  });

/** Errors and warnings of each school. */
const countTable = (bySchool: readonly SchoolCount[], places: WorkPlaces): ColumnTable =>
  recordTable(bySchool, {
    school: ({ school }) => places.of(school).school,
    errors: ({ severity, count }) => (severity === "error" ? count : 0),
    warnings: ({ severity, count }) => (severity === "warning" ? count : 0),
  })
    .groupby("school")
    .rollup({ errors: op.sum("errors"), warnings: op.sum("warnings") });

/** A place with its tasks and counts, where it has any. */
interface PlaceRow {
  readonly record: WorkPlace;
  readonly tasks?: readonly Task[] | null;
  readonly errors?: number | null;
  readonly warnings?: number | null;
}

/** Every school with findings, in the order of their ids. */
function schoolsOf(
  tasks: readonly Task[],
  bySchool: readonly SchoolCount[],
  places: WorkPlaces,
): Overview[] {
  const found = [
    ...bySchool.map(({ school }) => places.of(school)),
    ...tasks.map(({ place }) => place),
  ];
  const tasksOfSchool = taskTable(tasks)
    .groupby("school")
    .rollup({ tasks: op.array_agg("record") });
  const rows = recordTable(found, ["school"])
    .dedupe("school")
    .orderby("school")
    .lookup(countTable(bySchool, places), "school", "errors", "warnings")
    .lookup(tasksOfSchool, "school", "tasks")
    .objects() as PlaceRow[];
  const taken = new Set<string>();
  return rows.map(({ record: place, tasks: ofSchool, errors, warnings }) => ({
    place,
    path: `${FOLDER}/schools/${fileName(place.urn ?? place.school, taken)}.csv`,
    tasks: ofSchool ?? [],
    errors: errors ?? 0,
    warnings: warnings ?? 0,
  }));
}

/** The worklist of each team, in the order of their names. */
function teamFiles(tasks: readonly Task[]): WorklistFile[] {
  const taken = new Set<string>();
  const teams = taskTable(tasks)
    .groupby("team")
    .rollup({ tasks: op.array_agg("record") })
    .orderby("team")
    .objects() as { readonly team: string; readonly tasks: readonly Task[] }[];
  return teams.map(({ team, tasks: ofTeam }) => ({
    path: `${FOLDER}/teams/${fileName(team, taken)}.csv`,
    chunks: worklistCsv(ofTeam),
  }));
}

/**
 * The worklist cut up by school and, where the settings name teams, by team, with an overview of
 * the schools: most
 * errors first. Counts in the overview are of all findings; those of a rule that are too many to
 * list are in no
 * worklist, and the overview says how many. No finding tells who is meant but by the record's key.
 */
export function worklistFiles(
  tasks: readonly Task[],
  bySchool: readonly SchoolCount[],
  places: WorkPlaces,
): WorklistFile[] {
  const schools = schoolsOf(tasks, bySchool, places);
  const overview = recordTable(schools, ["errors", "warnings"]).orderby(
    desc("errors"),
    desc("warnings"),
  );
  return [
    {
      path: `${FOLDER}/overview.csv`,
      chunks: listChunks("overview", overviewColumns, recordsOf<Overview>(overview)),
    },
    ...schools
      .filter((one) => one.tasks.length > 0)
      .map((one) => ({ path: one.path, chunks: worklistCsv(one.tasks) })),
    ...(places.hasTeams ? teamFiles(tasks) : []),
  ];
}
