import type { StarTable } from "../../../star/declaration";
import { tableName } from "./business-names";
import type { ModelTable, Relationship, Role } from "./model";
import { steps } from "./partition";
import { reachedFrom } from "./relationships";

const ACCESS = "Access";

/**
 * Who may see what: a file that an administrator keeps beside the data. Where it is missing nobody
 * in a role sees anything.
 */
export const accessTable: ModelTable = {
  name: ACCESS,
  description:
    "Who sees which area or setting: access.csv in the data folder, with the columns user, area_code and setting_id. Nobody sees this table in a role.",
  hidden: true,
  columns: [
    ["User", "user", "Sign-in name of the reader."],
    ["Area code", "area_code", "Area that the reader sees, or blank."],
    ["Setting id", "setting_id", "Setting that the reader sees, or blank."],
  ].map(([name, source, description]) => ({
    name,
    type: "string" as const,
    description,
    from: { source },
    hidden: true,
  })),
  measures: [],
  hierarchies: [],
  query: steps(
    ["Empty", `#table(type table [user = text, area_code = text, setting_id = text], {})`],
    [
      "Given",
      `Table.Buffer(Table.SelectColumns(LoadList("access"), {"user", "area_code", "setting_id"}))`,
    ],
    ["Found", `try Given otherwise Empty`],
    [
      "Typed",
      `Table.TransformColumnTypes(Found, {{"user", type text}, {"area_code", type text}, {"setting_id", type text}}, "en-GB")`,
    ],
  ),
};

const listed = (column: string): string => `CALCULATETABLE (
        VALUES ( ${ACCESS}[${column}] ),
        ${ACCESS}[User] = USERPRINCIPALNAME ()
    )`;

/** Star tables that speak of people: the people themselves and every fact about them. */
const ofPeople = (star: readonly StarTable[]): StarTable[] =>
  star.filter(({ columns }) =>
    columns.some(({ name }) => name === "person_key" || name === "mh_person_key"),
  );

/**
 * DAX that opens the people who are at one of the settings listed for the reader; a filter on
 * people flows on to their facts.
 */
function peopleAtSettings(star: readonly StarTable[]): string {
  const facts = star.filter(({ columns }) =>
    ["person_key", "setting_key"].every((key) =>
      columns.some(({ name, references }) => name === key && references !== undefined),
    ),
  );
  const keys = facts.map(
    (table) => `Person[Person key]
    IN CALCULATETABLE (
        VALUES ( '${tableName(table)}'[Person key] ),
        Setting[Setting id]
            IN ${listed("Setting id").replaceAll("\n", "\n        ")}
    )`,
  );
  return keys.join("\n    || ");
}

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
 * `authorities` are the codes of the authorities that the rows are of.
 */
export function rolesOf(
  star: readonly StarTable[],
  relationships: readonly Relationship[],
  authorities: readonly string[],
): Role[] {
  const people = ofPeople(star).map(tableName);
  const has = (name: string): boolean => star.some((table) => tableName(table) === name);
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
      others: ofAuthority,
    }),
    ...(has("Setting") && has("Person")
      ? [
          role({
            name: "School reader",
            description:
              "Sees the authority's figures, and the caseload and placements of the settings listed for the reader.",
            dimension: "Setting",
            filter: `Setting[Setting id]\n    IN ${listed("Setting id")}`,
            others: "FALSE ()",
            open: { Person: peopleAtSettings(star) },
          }),
        ]
      : []),
  ];
}
