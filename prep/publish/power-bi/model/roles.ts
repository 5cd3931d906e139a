import type { StarTable } from "../../../star/declaration";
import { tableName } from "./business-names";
import type { DataPlace } from "./place";
import type { ModelTable, Relationship, Role } from "./model";
import { selectedSteps, steps, typed } from "./partition";
import { reachedFrom } from "./relationships";

const ACCESS = "Access";

const accessColumns = [
  ["User", "user", "Sign-in name of the reader."],
  ["Area code", "area_code", "Area that the reader sees, or blank."],
  ["Setting id", "setting_id", "Setting that the reader sees, or blank."],
] as const;

/** The rows of access.csv; none where it is missing. */
function accessRows(place: DataPlace): ModelTable["source"] {
  if (place.kind === "lakehouse") return { entity: "access" };
  const columns = accessColumns.map(([, name]) => ({ name, type: "text" }) as const);
  const read = selectedSteps(place, "access.csv", columns);
  return {
    m: steps(
      ["Empty", `#table(type table [user = text, area_code = text, setting_id = text], {})`],
      ...read,
      ["Found", "try Table.Buffer(Selected) otherwise Empty"],
      typed("Found", columns),
    ),
  };
}

/**
 * Who may see what: a file that an administrator keeps beside the data. Where it is missing nobody
 * in a role sees anything.
 */
export const accessTable = (place: DataPlace): ModelTable => ({
  name: ACCESS,
  description:
    "Who sees which area or setting: access.csv in the data folder, with the columns user, area_code and setting_id. Nobody sees this table in a role.",
  hidden: true,
  columns: accessColumns.map(([name, source, description]) => ({
    name,
    type: "string" as const,
    description,
    from: { source },
    hidden: true,
  })),
  measures: [],
  hierarchies: [],
  source: accessRows(place),
});

const listed = (column: string): string => `CALCULATETABLE (
        VALUES ( ${ACCESS}[${column}] ),
        ${ACCESS}[User] = USERPRINCIPALNAME ()
    )`;

/** Star tables that speak of people: the people themselves and every fact about them. */
const ofPeople = (star: readonly StarTable[]): StarTable[] =>
  star.filter(({ columns }) =>
    columns.some(({ name }) => name === "person_key" || name === "mh_person_key"),
  );

/** Facts that say at which setting a person is. */
const placesOfPeople = (star: readonly StarTable[]): StarTable[] =>
  star.filter(({ columns }) =>
    ["person_key", "setting_key"].every((key) =>
      columns.some(({ name, references }) => name === key && references !== undefined),
    ),
  );

const deeper = (dax: string): string => dax.replaceAll("\n", "\n    ");

/** The people of a fact who are at one of the settings listed for the reader, by their key. */
const atSettings = (fact: StarTable): string => `CALCULATETABLE (
        VALUES ( '${tableName(fact)}'[Person key] ),
        TREATAS (
            ${deeper(deeper(listed("Setting id")))},
            Setting[Setting id]
        )
    )`;

/**
 * DAX that opens the people who are at one of the settings listed for the reader; a filter on
 * people flows on to their facts.
 */
const peopleAtSettings = (star: readonly StarTable[]): string =>
  placesOfPeople(star)
    .map((fact) => `Person[Person key]\n    IN ${atSettings(fact)}`)
    .join("\n    || ");

const BREAKDOWNS = "Breakdown figures";

/** DAX that opens the figures by school of the settings listed for the reader, and all other groups. */
const figuresOfSettings = `'${BREAKDOWNS}'[Breakdown] <> "school"
    || '${BREAKDOWNS}'[Breakdown value]
        IN ${deeper(listed("Setting id"))}`;

/** Whether the rows are of several councils: then people say whose they are. */
const isOfSeveral = (star: readonly StarTable[]): boolean =>
  star.some(
    ({ name, columns }) => name === "person" && columns.some((one) => one.name === "area_code"),
  );

/** DAX that opens the councils whose people are at one of the settings listed for the reader. */
const areasOfPeopleAtSettings = (star: readonly StarTable[]): string =>
  placesOfPeople(star)
    .map(
      (fact) => `Area[Area code]
    IN CALCULATETABLE (
        SUMMARIZE ( '${tableName(fact)}', Person[Of authority] ),
        TREATAS (
            ${deeper(deeper(listed("Setting id")))},
            Setting[Setting id]
        )
    )`,
    )
    .join("\n    || ");

/** What a role opens. */
interface Reading extends Pick<Role, "name" | "description"> {
  /** The dimension whose rows the filter chooses. */
  readonly dimension: string;
  readonly filter: string;
  /** Filter of the tables of people that the dimension does not reach. */
  readonly others: string;
  /** Filters of tables that are to be opened otherwise. */
  readonly open?: Readonly<Record<string, string>>;
}

/**
 * Readers by area and by setting. A table that speaks of people and that the filter does not reach
 * is closed, so that a new table is never open by
 * oversight; readers of the authority itself see its rows. Comparator figures stay in view.
 * `authorities` are the codes of the authorities that the rows are of; of several each reader sees
 * the own one's alone.
 */
export function rolesOf(
  star: readonly StarTable[],
  relationships: readonly Relationship[],
  {
    authorities,
    listsOfChecks,
  }: { readonly authorities: readonly string[]; readonly listsOfChecks: readonly string[] },
): Role[] {
  const people = ofPeople(star).map(tableName);
  const has = (name: string): boolean => star.some((table) => tableName(table) === name);
  const several = isOfSeveral(star);
  // The lists of the checks do not say whose they are.
  const closedLists = Object.fromEntries(
    listsOfChecks.map((list): [string, string] => [list, "FALSE ()"]),
  );
  const role = ({ name, description, dimension, filter, others, open = {} }: Reading): Role => {
    const reached = reachedFrom(dimension, relationships);
    const closed = people.filter((table) => !reached.has(table)).map((table) => [table, others]);
    return {
      name,
      description,
      filters: {
        [dimension]: filter,
        ...Object.fromEntries(closed),
        ...open,
        ...(several ? closedLists : {}),
        [ACCESS]: "FALSE ()",
      },
    };
  };
  const authority = `{ ${authorities.map((code) => `"${code}"`).join(", ")} }`;
  const ofAuthority = `NOT ISEMPTY (\n    INTERSECT ( ${authority}, ${listed("Area code")} )\n)`;
  return [
    role({
      name: "Area reader",
      description:
        "Sees the figures of the areas listed for the reader, and cases where the authority itself is listed.",
      dimension: "Area",
      filter: `Area[Area code]\n    IN ${listed("Area code")}`,
      // Of several councils rows that do not say whose they are, are nobody's to see.
      others: several ? "FALSE ()" : ofAuthority,
    }),
    ...(has("Setting") && has("Person")
      ? [
          role({
            name: "School reader",
            description:
              "Sees the authority's figures, and the caseload, placements and figures by school of the settings listed for the reader; no list of the checks.",
            dimension: "Setting",
            filter: `Setting[Setting id]\n    IN ${listed("Setting id")}`,
            others: "FALSE ()",
            open: {
              Person: peopleAtSettings(star),
              ...(has(BREAKDOWNS) ? { [BREAKDOWNS]: figuresOfSettings } : {}),
              ...closedLists,
              ...(several ? { Area: areasOfPeopleAtSettings(star) } : {}),
            },
          }),
        ]
      : []),
  ];
}
