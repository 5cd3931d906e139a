import { MISSING } from "../../../columns/column";
import { ancestorsIn, childCounts, childrenIn } from "./family";
import { peopleWithPlanInForce, planInForce } from "./plans";
import { codeIn, rowsWhere } from "../../../check/rows";
import type { Sen2Rule } from "./source";

/** Rules on how plans in force and active plan records (module 5) agree. */
export const inForceRules: readonly Sen2Rule[] = [
  {
    id: "V01",
    severity: "warning",
    table: "namedplan",
    field: null,
    message:
      "The plan is in force on the reference date, but it has no active plan record or no placement.",
    action:
      "Add the active plan record with the placement (SENsetting NIEO while the child waits for one).",
    basis: "Checks 412 and 416 of the open-source reader witan.sen2",
    find: ({ ret }) => {
      const { namedplan, activeplans } = ret.tables;
      const inForce = planInForce(ret, ret.referenceDate);
      const requestOf = ancestorsIn(ret, "namedplan", "requests");
      const active = childCounts(ret, "activeplans");
      const placements = childCounts(ret, "placementdetail");
      const placed = new Uint8Array(ret.tables.requests.rowCount);
      for (let row = 0; row < activeplans.rowCount; row++)
        if (placements[row] > 0) placed[activeplans.parent[row]] = 1;
      return rowsWhere(namedplan, (row) => {
        const request = requestOf[row];
        if (!inForce(row) || placed[request] === 1) return false;
        return {
          message:
            active[request] === 0
              ? "The plan is in force on the reference date, but it has no active plan record."
              : "The plan is in force on the reference date, but it has no placement.",
        };
      });
    },
  },
  {
    id: "V02",
    severity: "warning",
    table: "activeplans",
    field: null,
    message:
      "There is an active plan record, but no plan of the same request is in force on the reference date.",
    action:
      "Add the named plan under the same request, or remove the active plan record if the plan has ceased.",
    basis: "Check 312 of the open-source reader witan.sen2",
    find: ({ ret }) => {
      const { namedplan, activeplans, requests } = ret.tables;
      const start = namedplan.day("startdate").values;
      const cease = namedplan.day("ceasedate").values;
      const requestOf = ancestorsIn(ret, "namedplan", "requests");
      // A plan whose start is missing may be in force: rule N01 has told of it already.
      const mayBeInForce = new Uint8Array(requests.rowCount);
      for (let row = 0; row < namedplan.rowCount; row++) {
        if (
          start[row] <= ret.referenceDate &&
          (cease[row] === MISSING || cease[row] >= ret.referenceDate)
        )
          mayBeInForce[requestOf[row]] = 1;
      }
      return rowsWhere(activeplans, (row) => mayBeInForce[activeplans.parent[row]] === 0);
    },
  },
  {
    id: "V03",
    severity: "warning",
    table: "person",
    field: null,
    message: "The person has plans in force from more than one request.",
    action: "Cease the plan that was replaced; one plan per person is counted.",
    basis: "Check 212 of the open-source reader witan.sen2",
    find: ({ ret }) => {
      const inForce = peopleWithPlanInForce(ret);
      return rowsWhere(ret.tables.person, (row) => inForce[row] > 1);
    },
  },
  {
    id: "V09",
    severity: "warning",
    table: "activeplans",
    field: "transferla",
    message: "The plan came from another authority, but the outcome of its assessment is not H.",
    action: "Set the assessment outcome to H: the other authority made the assessment.",
    basis: "SEN2 item 5.1 TransferLA: the receiving authority reports the assessment as historical",
    find: ({ ret }) => {
      const { activeplans, assessment } = ret.tables;
      const transferred = activeplans.text("transferla").codes;
      const historical = codeIn(assessment, "assessmentoutcome", ["H"]);
      const { from, rows } = childrenIn(ret, "assessment");
      return rowsWhere(activeplans, (row) => {
        const request = activeplans.parent[row];
        const assessments = rows.subarray(from[request], from[request + 1]);
        return transferred[row] > 0 && assessments.length > 0 && !assessments.some(historical);
      });
    },
  },
];
