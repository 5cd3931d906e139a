import type { Sen2Form } from "./return";

/** The forms of a return in words. */
export const formNames: Readonly<Record<Sen2Form, string>> = {
  xml: "XML",
  "collect-csv": "COLLECT export",
  template: "submission template",
  workbook: "pre-submission workbook",
};
