import type { Grouped } from "../columns/column-source";
import type { TextColumn } from "../columns/column";
import { takeText } from "../columns/decode";
import { evaluateTexts } from "../columns/evaluate";
import { columns, recode, type Expression } from "../columns/expression";
import { everyRow, take } from "../columns/rows";
import { ethnicityGroupOf } from "./ethnicity-group";
import { sexes, type People } from "./people";

/** What is kept of people that figures are broken down by, as columns of a view. */
export const personColumns = columns({ sex: sexes, ethnicity: "text" });

/** Groups that people are in, by what is kept of them. */
export const personGroups = {
  sex: recode(
    personColumns.sex,
    [
      ["M", "M"],
      ["F", "F"],
    ],
    "not_recorded",
  ),
  ethnicity_group: ethnicityGroupOf(personColumns.ethnicity),
};

/** The columns that say who the people of some rows are. */
export const personData = (
  persons: Int32Array,
  { sex, ethnicity }: Pick<People, "sex" | "ethnicity">,
): { readonly sex: Grouped; readonly ethnicity: TextColumn } => ({
  sex: { values: sexes, groups: take(sex, persons) },
  ethnicity: takeText(ethnicity, persons),
});

/** The groups that everybody is in, by person. */
export function groupsOfPeople(
  people: People,
): Readonly<Record<keyof typeof personGroups, Grouped>> {
  const source = { count: people.count, columns: personData(everyRow(people.count), people) };
  const of = (group: Expression<"text">): Grouped => evaluateTexts(group, source)!;
  return { sex: of(personGroups.sex), ethnicity_group: of(personGroups.ethnicity_group) };
}
