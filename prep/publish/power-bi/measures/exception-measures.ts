import type { Measure } from "../model/model";
import { WHOLE } from "./formats";

/**
 * DAX that gives what the data preparation says of the figure in view: blank where another period
 * is chosen than the one it speaks of. Of several boards it is what the one in view makes of it.
 */
const ofException = (column: string, isOfBoards: boolean): string => `VAR _End = [Period end]
VAR _Service = [Reading service]
VAR _Area = [Reading area]
${isOfBoards ? "VAR _Board = [Reading board]\n" : ""}RETURN
    IF (
        NOT ISBLANK ( _End ) && [Reading breakdown] = "all",
        CALCULATE (
            MAX ( 'KPI exceptions'[${column}] ),
            KEEPFILTERS ( 'KPI exceptions'[Period end] = _End ),
            KEEPFILTERS ( 'KPI exceptions'[Service] = _Service ),
            KEEPFILTERS ( 'KPI exceptions'[Area code] = _Area ),
            KEEPFILTERS ( 'KPI exceptions'${isOfBoards ? "[Board] = _Board" : "[Turn of the board] = 1"} )
        )
    )`;

/** How far and how long a KPI is an exception, for models that have the table of exceptions. */
export const exceptionMeasures = (isOfBoards: boolean): readonly Measure[] => [
  {
    name: "Exception order",
    folder: "Exceptions",
    format: WHOLE,
    description:
      "1 is the most severe: missed first, the furthest from its target first, then the longest.",
    dax: ofException("Order of severity", isOfBoards),
  },
  {
    name: "Distance from target",
    folder: "Exceptions",
    text: true,
    description:
      "How far a missed or worsening KPI is from its target, in its tolerances, else in per cent of the target.",
    dax: ofException("Distance in words", isOfBoards),
  },
  {
    name: "How long so",
    folder: "Exceptions",
    text: true,
    description:
      "How many figures in a row a KPI is missed or worsening, and since when; periods without a figure break the row, which is said.",
    dax: ofException("How long", isOfBoards),
  },
];
