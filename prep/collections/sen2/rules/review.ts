import { addMonths } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import { codeSets } from "../fields/code-sets";
import { defaultLimits } from "../model/limits";
import { ancestorsIn } from "./family";
import { planInForce } from "./plans";
import { blankDay, codeIn, rowsWhere } from "../../../check/rows";
import type { Sen2Rule } from "./source";

/** Rules on annual reviews and phase transfers (module 5). */
export const reviewRules: readonly Sen2Rule[] = [
  {
    id: "V04",
    severity: "warning",
    table: "activeplans",
    field: "lastreview",
    message: "The decision after the annual review is dated before the review meeting.",
    action:
      "Do nothing if the decision on this meeting is still to come; otherwise correct the dates.",
    basis: "SEN2 items 5.4 ReviewMeeting and 5.6 LastReview",
    find: ({
      ret: {
        tables: { activeplans },
      },
    }) => {
      const meeting = activeplans.day("reviewmeeting").values;
      const decision = activeplans.day("lastreview").values;
      return rowsWhere(
        activeplans,
        (row) => decision[row] !== MISSING && decision[row] < meeting[row],
      );
    },
  },
  {
    id: "V05",
    severity: "warning",
    table: "activeplans",
    field: "reviewoutcome",
    message: "The decision after the annual review is not A (amend), C (cease) or M (maintain).",
    action: "Record the decision with its code, and the date of the meeting that it follows.",
    basis: "SEN2 item 5.5 ReviewOutcome",
    find: ({
      ret: {
        tables: { activeplans },
      },
    }) => {
      const outcome = activeplans.text("reviewoutcome").codes;
      const known = codeIn(
        activeplans,
        "reviewoutcome",
        codeSets.ReviewOutcome.map(({ code }) => code),
      );
      const noMeeting = blankDay(activeplans, "reviewmeeting");
      return rowsWhere(activeplans, (row) => {
        if (outcome[row] === 0) return false;
        if (!known(row)) return true;
        return (
          noMeeting(row) && {
            field: "reviewmeeting",
            message:
              "There is a decision after the annual review, but no date of a review meeting.",
          }
        );
      });
    },
  },
  {
    id: "V06",
    severity: "warning",
    table: "activeplans",
    field: "lastreview",
    message:
      "The annual review is overdue: more than 12 months have passed since the plan started and since its last review.",
    action: "Do nothing if the dates are right; otherwise record the latest review.",
    basis: "Plans are reviewed every 12 months",
    find: ({ ret, limits = defaultLimits }) => {
      const { namedplan, activeplans } = ret.tables;
      const since = addMonths(ret.referenceDate, -limits.reviewMonths);
      const inForce = planInForce(ret, ret.referenceDate);
      const start = namedplan.day("startdate").values;
      const requestOf = ancestorsIn(ret, "namedplan", "requests");
      const due = new Uint8Array(ret.tables.requests.rowCount);
      for (let row = 0; row < namedplan.rowCount; row++)
        if (inForce(row) && start[row] < since) due[requestOf[row]] = 1;
      const reviewed = ["reviewmeeting", "lastreview"].map(
        (column) => activeplans.day(column).values,
      );
      return rowsWhere(
        activeplans,
        (row) =>
          due[activeplans.parent[row]] === 1 &&
          reviewed.every((dates) => dates[row] < since || dates[row] > ret.referenceDate),
      );
    },
  },
  {
    id: "V07",
    severity: "warning",
    table: "activeplans",
    field: "reviewdraft",
    message:
      "A draft amended plan was issued, but the decision after the review is not to amend (A).",
    action: "Correct the decision, or remove the date of the draft.",
    basis: "SEN2 item 5.4d ReviewDraft: only after a decision to amend",
    find: ({
      ret: {
        tables: { activeplans },
      },
    }) => {
      const draft = activeplans.day("reviewdraft").values;
      const amend = codeIn(activeplans, "reviewoutcome", ["A"]);
      return rowsWhere(activeplans, (row) => draft[row] !== MISSING && !amend(row));
    },
  },
  {
    id: "V08",
    severity: "warning",
    table: "activeplans",
    field: "phasetransferfinaldate",
    message: "The plan for the next phase of education was finalised after its due date.",
    action: "Do nothing if the dates are right; otherwise correct them.",
    basis: "SEN2 items 5.6a and 5.6b",
    find: ({
      ret: {
        tables: { activeplans },
      },
    }) => {
      const due = activeplans.day("phasetransferduedate").values;
      const final = activeplans.day("phasetransferfinaldate").values;
      return rowsWhere(activeplans, (row) => due[row] !== MISSING && final[row] > due[row]);
    },
  },
];
