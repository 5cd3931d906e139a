import type { TableArea } from "./table-area";
import { phrase } from "./fold";
import { filledIn, textAt, type Grid } from "./grid";

/** Headings of lists of children or staff, which are no board. */
const PEOPLE =
  /\b(?:upn|uln|nhs (?:no|number)|surname|forenames?|first name|last name|full name|preferred name|pupil(?: name)?|child(?: name)?|childs name|student(?: name)?|client(?: name)?|patient(?: name)?|young person(?: name)?|date of birth|dob|postcode|address|email|case (?:id|no|number|ref(?:erence)?|worker name)|mosaic id|liquidlogic id|person id)$/;

/** Whether a heading is one of a list of people. */
export const isPeopleHeading = (text: string): boolean => PEOPLE.test(phrase(text));

/** Whether a heading of a table is of a list of people: such a table is not read. */
export const isOfPeople = (grid: Grid, { top, headings, left, right }: TableArea): boolean =>
  Array.from({ length: headings - top + 1 }, (_, i) => top + i).some((row) =>
    filledIn(grid, row, left, right).some((at) => isPeopleHeading(textAt(grid, row, at))),
  );
