import type { MeasureRelations } from "../../../indicators/counted-as";

/** How the school census flags of figures.ts contain one another. */
export const censusMeasureRelations: MeasureRelations = {
  parts: [
    { whole: "pupils.on_roll", parts: ["pupils.sen_support", "pupils.ehc_plan"] },
    { whole: "pupils.on_roll", parts: ["pupils.unit_or_resourced"] },
    { whole: "pupils.ehc_plan", parts: ["pupils.ehc_linkable"] },
    {
      whole: "attendance.enrolment.10_pct.missed",
      parts: ["attendance.enrolment.50_pct.missed"],
      restTells: true,
    },
  ],
  selections: [
    {
      measure: "pupils.sen_support",
      of: "pupils.on_roll",
      breakdown: "sen_provision",
      groups: ["sen_support"],
    },
    {
      measure: "pupils.ehc_plan",
      of: "pupils.on_roll",
      breakdown: "sen_provision",
      groups: ["ehc_plan"],
    },
  ],
  restsOn: {
    "attendance.missed": "attendance.enrolment.possible",
    "attendance.possible": "attendance.enrolment.possible",
  },
};
