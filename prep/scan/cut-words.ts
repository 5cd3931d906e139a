/** Said of a last row that has fewer values than headings and no line end. */
export const CUT_ROW =
  "The file ends within this row, which is left out: it was cut off. Export or copy it again.";

/** Said of a last row that is whole but for its line end. */
export const NO_LAST_LINE_END =
  "The last line has no line end: the file may have been cut off within its last value. Compare it with the export.";
