import { REASON_WORDS } from "../../../../src/kpi/words";
import type { Measure } from "../model/model";

/** Roles of compared areas in words. */
const ROLE_WORDS: Readonly<Record<string, string>> = {
  own: "own area",
  neighbour: "neighbour",
  neighbour_average: "average of neighbours",
  region: "region",
  england: "England",
  other: "other area",
};

/** DAX that gives the words for a code; a code without words as it is. */
const words = (code: string, known: Readonly<Record<string, string>>): string =>
  `SWITCH ( ${code}, ${Object.entries(known)
    .map(([one, text]) => `"${one}", "${text}"`)
    .join(", ")}, ${code} )`;

/** Words for codes that readers of a page see. */
export const wordMeasures: readonly Measure[] = [
  {
    name: "Why not rated",
    folder: "Target",
    description: "Why the figure is not rated, in words; blank where it is.",
    text: true,
    dax: `VAR _Reason = [Rating reason]
RETURN
    IF ( NOT ISBLANK ( _Reason ), ${words("_Reason", REASON_WORDS)} )`,
  },
  {
    name: "Compared as",
    folder: "Comparison",
    description: "What a compared area is, in words; blank where it has no figure.",
    text: true,
    dax: `VAR _Role = SELECTEDVALUE ( 'Compared area'[Compared role] )
RETURN
    IF ( NOT ISBLANK ( [Compared value] ), ${words("_Role", ROLE_WORDS)} )`,
  },
];
