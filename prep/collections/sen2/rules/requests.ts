import { isoOf } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import { isKnownAuthority } from "../../../reference/authorities";
import { codeSets, OTHER_AUTHORITY } from "../fields/code-sets";
import { columnName, sen2Fields } from "../fields/fields";
import { returnPeriod } from "../model/periods";
import { childCounts, childrenIn } from "./family";
import { blankDay, codeIn, rowsWhere } from "../../../check/rows";
import type { Sen2Rule } from "./source";

/** Rules on requests (module 2), and on yes-or-no fields everywhere. */
export const requestRules: readonly Sen2Rule[] = [
  {
    id: "R01",
    severity: "error",
    table: "requests",
    field: "requestoutcome",
    message: "The request outcome is missing or is not Y, N, A, W or H.",
    action: "Record the outcome of the request; A means that the decision is still to be made.",
    basis: "SEN2 code set RequestOutcome",
    find: ({
      ret: {
        tables: { requests },
      },
    }) => {
      const known = codeIn(
        requests,
        "requestoutcome",
        codeSets.RequestOutcome.map(({ code }) => code),
      );
      return rowsWhere(requests, (row) => !known(row));
    },
  },
  {
    id: "R02",
    severity: "error",
    table: "requests",
    field: "receiveddate",
    message: "The date on which the request was received is missing.",
    action:
      "Record the date, because no waiting time is known without it; only an outcome of H needs none.",
    basis: "SEN2 item ReceivedDate: start of the 20 weeks",
    find: ({
      ret: {
        tables: { requests },
      },
    }) => {
      const blank = blankDay(requests, "receiveddate");
      const needsDate = codeIn(requests, "requestoutcome", ["Y", "N", "A", "W"]);
      return rowsWhere(requests, (row) => needsDate(row) && blank(row));
    },
  },
  {
    id: "R03",
    severity: "error",
    table: "requests",
    field: "requestoutcomedate",
    message: "The request was decided (Y or N), but the date of the decision is missing.",
    action: "Record the date on which the requester was informed of the decision.",
    basis: "SEN2 item RequestOutcomeDate",
    find: ({
      ret: {
        tables: { requests },
      },
    }) => {
      const blank = blankDay(requests, "requestoutcomedate");
      const decided = codeIn(requests, "requestoutcome", ["Y", "N"]);
      return rowsWhere(requests, (row) => decided(row) && blank(row));
    },
  },
  {
    id: "R04",
    severity: "warning",
    table: "requests",
    field: "requestoutcomedate",
    message:
      "A date of decision is given although the outcome is A (not yet decided) or H (decided earlier).",
    action:
      "Correct the outcome if the request has been decided in the year; otherwise remove the date.",
    basis: "SEN2 item RequestOutcomeDate: not needed for A and H",
    find: ({
      ret: {
        tables: { requests },
      },
    }) => {
      const outcomeDate = requests.day("requestoutcomedate").values;
      const undated = codeIn(requests, "requestoutcome", ["A", "H"]);
      return rowsWhere(requests, (row) => undated(row) && outcomeDate[row] !== MISSING);
    },
  },
  {
    id: "R05",
    severity: "error",
    table: "requests",
    field: "requestoutcomedate",
    message: "The request was decided before it was received.",
    action: "Correct the date of the decision or the date on which the request came in.",
    basis: "Order of the dates",
    find: ({
      ret: {
        tables: { requests },
      },
    }) => {
      const received = requests.day("receiveddate").values;
      const outcomeDate = requests.day("requestoutcomedate").values;
      return rowsWhere(
        requests,
        (row) =>
          received[row] !== MISSING &&
          outcomeDate[row] !== MISSING &&
          outcomeDate[row] < received[row],
      );
    },
  },
  {
    id: "R06",
    severity: "error",
    table: "requests",
    field: null,
    message: "A date of the request lies after the reference date.",
    action:
      "Correct the date, or the year, if it cannot have happened yet; what happened after the period belongs in the next return.",
    basis:
      "Reference period of requests: the calendar year before the collection year. Up to the reference date it is a question, after it an error",
    find: ({ ret }) => {
      const { requests } = ret.tables;
      const end = returnPeriod(ret, null).requestsEnd;
      return ["receiveddate", "requestoutcomedate"].flatMap((field) => {
        const { values } = requests.day(field);
        return rowsWhere(requests, (row) => {
          if (values[row] === MISSING || values[row] <= end) return false;
          return values[row] > ret.referenceDate
            ? { field }
            : {
                field,
                severity: "warning",
                message: `A date of the request lies after the reference period, which ends on ${isoOf(end)}.`,
              };
        });
      });
    },
  },
  {
    id: "R07",
    severity: "warning",
    table: "requests",
    field: "requestoutcome",
    message: "The request was decided before the reference year, so its outcome should be H.",
    action: "Set the outcome to H, or correct the date of the decision.",
    basis: "Meaning of outcome H: decided before the collection period",
    find: ({ ret }) => {
      const { requests } = ret.tables;
      const outcomeDate = requests.day("requestoutcomedate").values;
      const decided = codeIn(requests, "requestoutcome", ["Y", "N"]);
      const { start } = returnPeriod(ret, null);
      return rowsWhere(
        requests,
        (row) => decided(row) && outcomeDate[row] !== MISSING && outcomeDate[row] < start,
      );
    },
  },
  {
    id: "R08",
    severity: "warning",
    table: "requests",
    field: "requestsource",
    message: "The source of the request is not a code from 1 to 5.",
    action:
      "Record who made the request (1 parent or young person, 2 education setting, 3 health, 4 social care, 5 other).",
    basis: "SEN2 item 2.2 RequestSource, from 2025; earlier decided requests (H) need none",
    find: ({ ret }) => {
      const { requests } = ret.tables;
      const source = requests.text("requestsource").codes;
      const known = codeIn(
        requests,
        "requestsource",
        codeSets.RequestSource.map(({ code }) => code),
      );
      const historical = codeIn(requests, "requestoutcome", ["H"]);
      return rowsWhere(requests, (row) => {
        if (source[row] > 0) return !known(row);
        return (
          ret.year >= 2025 &&
          !historical(row) && { message: "The source of the request is missing." }
        );
      });
    },
  },
  {
    id: "R09",
    severity: "warning",
    table: "requests",
    field: "requestoutcome",
    message:
      "The request has no decision to assess, yet its assessment has an outcome and no mediation or tribunal.",
    action:
      "Correct the outcome of the request, or record the mediation or the tribunal that changed it.",
    basis: "A changed decision shows in the mediation and tribunal items",
    find: ({ ret }) => {
      const { requests, assessment } = ret.tables;
      const { from, rows } = childrenIn(ret, "assessment");
      const notAssessed = codeIn(requests, "requestoutcome", ["N", "A", "W"]);
      const concluded = codeIn(assessment, "assessmentoutcome", ["Y", "N"]);
      const [mediation, tribunal] = ["requestmediation", "requesttribunal"].map(
        (column) => requests.flag(column).values,
      );
      return rowsWhere(requests, (row) => {
        if (!notAssessed(row) || mediation[row] === 1 || tribunal[row] === 1) return false;
        return rows.subarray(from[row], from[row + 1]).some(concluded);
      });
    },
  },
  {
    id: "R10",
    severity: "error",
    table: "requests",
    field: "exported",
    message: "The authority that the child moved to is not the number of an English authority.",
    action:
      "Record the three-digit number of the other authority, XXX where it has none, or leave the field blank.",
    basis: "SEN2 item Exported; list of authorities",
    find: ({ ret }) => {
      const { requests } = ret.tables;
      const exported = requests.text("exported");
      return rowsWhere(requests, (row) => {
        const to = exported.at(row);
        if (to === null || to === OTHER_AUTHORITY) return false;
        return to === ret.authority
          ? { message: "The authority that the child moved to is the authority of this return." }
          : !isKnownAuthority(to);
      });
    },
  },
  {
    id: "R11",
    severity: "warning",
    table: "requests",
    field: null,
    message: "A yes-or-no field holds something else than 0 or 1; it was left blank.",
    action: "Enter 1 for yes and 0 for no.",
    basis: "SEN2 yes-or-no items",
    find: ({ ret }) =>
      sen2Fields
        .filter(({ type }) => type === "flag")
        .flatMap((f) =>
          Array.from(ret.tables[f.table].invalid(columnName(f)), (row) => ({
            row,
            table: f.table,
            field: columnName(f),
          })),
        ),
  },
  {
    id: "R12",
    severity: "warning",
    table: "requests",
    field: null,
    message: "The authority agreed to assess, but the request has no assessment record.",
    action:
      "Add the assessment (outcome A while it goes on); until then the case is counted in no figure on assessments.",
    basis: "Record structure in the SEN2 guide 2023",
    find: ({ ret }) => {
      const assessments = childCounts(ret, "assessment");
      const agreed = codeIn(ret.tables.requests, "requestoutcome", ["Y"]);
      return rowsWhere(ret.tables.requests, (row) => agreed(row) && assessments[row] === 0);
    },
  },
];
