import type { Severity } from "../check/finding";
import type { SchoolCount } from "../check/run";
import { worklistCsv, type Task } from "./findings";
import { listChunks, type ListColumn } from "./list";
import { NOT_ASSIGNED, type WorkPlace, type WorkPlaces } from "./work-places";

/** A file of the worklists, its path below the output folder. */
export interface WorklistFile {
  readonly path: string;
  readonly chunks: Iterable<Uint8Array>;
}

const FOLDER = "checks/worklists";

/** Names that Windows keeps for devices, whatever comes after the dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A name that every system can have for a file, made from a text; never one of those taken before. */
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
  readonly counts: Readonly<Record<Severity, number>>;
}

const listed = ({ tasks }: Overview): number =>
  tasks.reduce((sum, { findings }) => sum + findings.length, 0);

const overviewColumns: readonly ListColumn<Overview>[] = [
  { name: "urn", type: "text", value: ({ place }) => place.urn },
  { name: "school", type: "text", value: ({ place }) => place.name ?? place.school },
  { name: "team", type: "text", value: ({ place }) => place.team },
  { name: "errors", type: "int64", value: ({ counts }) => counts.error },
  { name: "warnings", type: "int64", value: ({ counts }) => counts.warning },
  { name: "records", type: "int64", value: ({ tasks }) => tasks.length },
  {
    name: "findings_not_listed",
    type: "int64",
    value: (one) => Math.max(0, one.counts.error + one.counts.warning - listed(one)),
  },
  { name: "worklist", type: "text", value: ({ path, tasks }) => (tasks.length > 0 ? path : null) },
];

const groupBy = (
  tasks: readonly Task[],
  keyOf: (place: WorkPlace) => string,
): Map<string, Task[]> => {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = keyOf(task.place);
    const group = groups.get(key);
    if (group) group.push(task);
    else groups.set(key, [task]);
  }
  return groups;
};

/**
 * The worklist cut up by school and, where the settings name teams, by team, with an overview of the schools: most errors first. Counts in the overview
 * are of all findings; those of a rule that are too many to list are in no worklist, and the overview says how many. No finding tells who is meant but by the record's key.
 */
export function worklistFiles(
  tasks: readonly Task[],
  bySchool: readonly SchoolCount[],
  places: WorkPlaces,
): WorklistFile[] {
  const counts = new Map<string, Record<Severity, number>>();
  const placeOf = new Map<string, WorkPlace>();
  for (const { school, severity, count } of bySchool) {
    const place = places.of(school);
    placeOf.set(place.school, place);
    const sums = counts.get(place.school) ?? { error: 0, warning: 0 };
    counts.set(place.school, { ...sums, [severity]: sums[severity] + count });
  }
  const ofSchool = groupBy(tasks, ({ school }) => school);
  for (const [id, [{ place }]] of ofSchool) placeOf.set(id, place);
  const taken = new Set<string>();
  const schools = [...placeOf.values()]
    .sort((a, b) => (a.school < b.school ? -1 : 1))
    .map((place): Overview => ({
      place,
      path: `${FOLDER}/schools/${fileName(place.urn ?? place.school, taken)}.csv`,
      tasks: ofSchool.get(place.school) ?? [],
      counts: counts.get(place.school) ?? { error: 0, warning: 0 },
    }));
  const overview = [...schools].sort(
    (a, b) =>
      b.counts.error - a.counts.error ||
      b.counts.warning - a.counts.warning ||
      (a.place.school < b.place.school ? -1 : 1),
  );
  const names = new Set<string>();
  const teams = places.hasTeams
    ? [...groupBy(tasks, ({ team }) => team ?? NOT_ASSIGNED)].sort(([a], [b]) => (a < b ? -1 : 1))
    : [];
  return [
    { path: `${FOLDER}/overview.csv`, chunks: listChunks("overview", overviewColumns, overview) },
    ...schools
      .filter((one) => one.tasks.length > 0)
      .map((one) => ({ path: one.path, chunks: worklistCsv(one.tasks) })),
    ...teams.map(([team, of]) => ({
      path: `${FOLDER}/teams/${fileName(team, names)}.csv`,
      chunks: worklistCsv(of),
    })),
  ];
}
