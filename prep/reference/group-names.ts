import text from "./group-names.csv";
import { readOnce, reference } from "./read-reference";

const list = reference({
  file: "group-names.csv",
  text,
  columns: ["breakdown", "code", "name"],
  row: ({ breakdown, code, name }) => {
    if (breakdown === "" || code === "" || name === "") throw new Error("A cell is empty.");
    return { breakdown, code, name };
  },
});

const byCode = readOnce(
  () => new Map(list().rows.map(({ breakdown, code, name }) => [`${breakdown} ${code}`, name])),
);

/** What a group of a breakdown is called, where its code does not say it. */
export const groupNameOf = (breakdown: string, code: string): string | undefined =>
  byCode().get(`${breakdown} ${code}`);
