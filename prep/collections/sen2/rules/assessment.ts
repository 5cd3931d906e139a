import { MISSING } from "../../../columns/column";
import { codeSets } from "../fields/code-sets";
import { defaultLimits } from "../model/limits";
import { childCounts } from "./family";
import { blankDay, codeIn, rowsWhere } from "../../../check/rows";
import type { Sen2Rule } from "./source";

/** Rules on assessments (module 3). */
export const assessmentRules: readonly Sen2Rule[] = [
  {
    id: "A01",
    severity: "error",
    table: "assessment",
    field: "assessmentoutcome",
    message: "The assessment outcome is missing or is not Y, N, A, W or H.",
    action: "Record the outcome of the assessment; A means that it still goes on.",
    basis: "SEN2 code set AssessmentOutcome",
    find: ({
      ret: {
        tables: { assessment },
      },
    }) => {
      const known = codeIn(
        assessment,
        "assessmentoutcome",
        codeSets.AssessmentOutcome.map(({ code }) => code),
      );
      return rowsWhere(assessment, (row) => !known(row));
    },
  },
  {
    id: "A02",
    severity: "error",
    table: "assessment",
    field: "assessmentoutcomedate",
    message: "No plan is to be issued, but the date on which the family was informed is missing.",
    action:
      "Record the date of the outcome: the day the plan was issued, or the day the family was informed that there will be none.",
    basis: "SEN2 item AssessmentOutcomeDate; blank only where a plan is decided but not yet issued",
    find: ({
      ret: {
        tables: { assessment },
      },
    }) => {
      const blank = blankDay(assessment, "assessmentoutcomedate");
      const [refused, agreed] = ["N", "Y"].map((code) =>
        codeIn(assessment, "assessmentoutcome", [code]),
      );
      return rowsWhere(assessment, (row) => {
        if (!blank(row)) return false;
        return (
          refused(row) ||
          (agreed(row) && {
            severity: "warning",
            message:
              "A plan is to be issued and has no date of issue; it is not counted as issued.",
          })
        );
      });
    },
  },
  {
    id: "A03",
    severity: "error",
    table: "assessment",
    field: "assessmentoutcomedate",
    message: "The assessment ended before the request was received or decided.",
    action: "Correct the date of the assessment's outcome or the dates of the request.",
    basis: "Order of dates in request and assessment",
    find: ({
      ret: {
        tables: { assessment, requests },
      },
    }) => {
      const ended = assessment.day("assessmentoutcomedate").values;
      const before = ["receiveddate", "requestoutcomedate"].map(
        (column) => requests.day(column).values,
      );
      return rowsWhere(
        assessment,
        (row) =>
          ended[row] !== MISSING &&
          before.some((dates) => dates[assessment.parent[row]] > ended[row]),
      );
    },
  },
  {
    id: "A04",
    severity: "warning",
    table: "assessment",
    field: null,
    message: "A plan was issued on the date given, but there is no named plan record.",
    action: "Add the named plan with its start date.",
    basis: "Record structure in the SEN2 guide 2023: assessment and named plan",
    find: ({ ret }) => {
      const { assessment } = ret.tables;
      const plans = childCounts(ret, "namedplan");
      const ended = assessment.day("assessmentoutcomedate").values;
      const issued = codeIn(assessment, "assessmentoutcome", ["Y"]);
      return rowsWhere(
        assessment,
        (row) => issued(row) && ended[row] !== MISSING && plans[row] === 0,
      );
    },
  },
  {
    id: "A05",
    severity: "warning",
    table: "assessment",
    field: "assessmentoutcome",
    message:
      "The outcome says that no plan was issued, or not yet (N, A or W), but there is a named plan.",
    action:
      "Correct the outcome of the assessment, or remove the plan if it belongs to another request.",
    basis: "Meaning of outcomes N, A and W",
    find: ({ ret }) => {
      const plans = childCounts(ret, "namedplan");
      const unissued = codeIn(ret.tables.assessment, "assessmentoutcome", ["N", "A", "W"]);
      return rowsWhere(ret.tables.assessment, (row) => unissued(row) && plans[row] > 0);
    },
  },
  {
    id: "A06",
    severity: "warning",
    table: "assessment",
    field: "assessmentoutcome",
    message:
      "The outcome is H (decided before the period), but a Week20 exception, a mediation or a tribunal is recorded.",
    action: "Correct the outcome if the decision fell in the period; otherwise clear these fields.",
    basis: "Meaning of outcome H: nothing of the period is reported",
    find: ({
      ret: {
        tables: { assessment },
      },
    }) => {
      const historical = codeIn(assessment, "assessmentoutcome", ["H"]);
      const flags = [
        "week20",
        "assessmentmediation",
        "assessmenttribunal",
        "othermediation",
        "othertribunal",
      ].map((column) => assessment.flag(column).values);
      return rowsWhere(
        assessment,
        (row) => historical(row) && flags.some((flag) => flag[row] === 1),
      );
    },
  },
  {
    id: "A07",
    severity: "warning",
    table: "assessment",
    field: "assessmentoutcomedate",
    message: "The plan was issued later than 20 weeks after the request, without an exception.",
    action:
      "Do nothing if the dates are right; otherwise correct the dates, or record the exception (Week20).",
    basis: "Statutory limit of 20 weeks from the request to the plan",
    find: ({
      ret: {
        tables: { assessment, requests },
      },
      limits = defaultLimits,
    }) => {
      const ended = assessment.day("assessmentoutcomedate").values;
      const received = requests.day("receiveddate").values;
      const exception = assessment.flag("week20").values;
      const issued = codeIn(assessment, "assessmentoutcome", ["Y"]);
      return rowsWhere(assessment, (row) => {
        const from = received[assessment.parent[row]];
        return (
          issued(row) &&
          exception[row] !== 1 &&
          from !== MISSING &&
          ended[row] !== MISSING &&
          ended[row] - from > limits.planDays
        );
      });
    },
  },
];
