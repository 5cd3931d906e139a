import text from "./given-names.csv";
import { reference } from "./read-reference";

interface GivenName {
  /** In lower case. */
  readonly name: string;
  /** It is no other word; else it names somebody only before another name. */
  readonly namesAlone: boolean;
}

const list = reference({
  file: "given-names.csv",
  text,
  columns: ["name", "names_alone"],
  row: ({ name, names_alone }): GivenName => {
    if (names_alone !== "yes" && names_alone !== "before a name")
      throw new Error(`"${names_alone}" is neither yes nor before a name.`);
    return { name, namesAlone: names_alone === "yes" };
  },
});

/** Given names that are common in England. */
export const givenNames = (): readonly GivenName[] => list().rows;
