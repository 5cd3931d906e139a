import { kpiBoard } from "../../../star/kpi-tables";
import type { StarTable } from "../../../star/declaration";
import type { Measure } from "../model/model";
import { WHOLE } from "./formats";
import { ofFigure } from "./slice";

const FOLDER = "How it was made";

/** What a column of the figures says of how a figure was made; `form` is how it prints. */
const columns: readonly (Omit<Measure, "dax" | "folder"> & { readonly of: string })[] = [
  {
    name: "Rows looked at",
    of: "Rows eligible",
    description: "How many rows or people should have been counted; blank where not known.",
    format: WHOLE,
  },
  {
    name: "Rows not counted",
    of: "Rows left out",
    description: "How many of them could not be counted.",
    format: WHOLE,
  },
  {
    name: "Not counted because",
    of: "Left out because",
    description: "Why rows could not be counted, or what was read only in part.",
    text: true,
  },
  { name: "Who is counted", of: "Cohort", description: "Who is counted.", text: true },
  { name: "Area covered", of: "Footprint", description: "Which area is covered.", text: true },
  {
    name: "Given source",
    of: "Source key",
    description: "Which source, as a number.",
    format: WHOLE,
    hidden: true,
  },
];

const fileOfSource: Measure = {
  name: "Source of the figure",
  folder: FOLDER,
  text: true,
  description:
    "The collection and the files that the figure was counted or read from; of more than two, the first. Source lists all.",
  dax: `VAR _Key = [Given source]
VAR _Files = LOOKUPVALUE ( Source[Files], Source[Source key], _Key )
VAR _More = INT ( DIVIDE ( LEN ( _Files ) - LEN ( SUBSTITUTE ( _Files, "; ", "" ) ), 2 ) )
RETURN
    IF (
        NOT ISBLANK ( _Key ),
        LOOKUPVALUE ( Source[Collection], Source[Source key], _Key )
            & ": "
            & IF (
                _More > 1,
                LEFT ( _Files, SEARCH ( "; ", _Files, 1, 1 ) - 1 ) & " and " & _More & " more",
                _Files
            )
    )`,
};

/**
 * How the figure in view was made: how many rows, how many of them could not be counted and why, who
 * and where, from which files; for the columns that the star has.
 */
export function provenanceMeasures(star: readonly StarTable[]): Measure[] {
  const labels = (table: string): string[] =>
    star.find(({ name }) => name === table)?.columns.map(({ label }) => label) ?? [];
  const ofBoard = labels(kpiBoard.name);
  const sources = labels("source");
  return [
    ...columns
      .filter(({ of }) => ofBoard.includes(of))
      .map(({ of, ...measure }) => ({ ...measure, folder: FOLDER, dax: ofFigure(of) })),
    ...(ofBoard.includes("Source key") &&
    ["Collection", "Files", "Source key"].every((label) => sources.includes(label))
      ? [fileOfSource]
      : []),
  ];
}
