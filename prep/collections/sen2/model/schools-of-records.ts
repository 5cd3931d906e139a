import type { SchoolOfRow } from "../../../check/run";
import { childrenOf } from "../../../columns/children";
import type { Sen2TableName } from "../fields/fields";
import { parentOf } from "../fields/fields";
import { mainDetail, openPlacement, planRecords } from "./plan-records";
import type { Sen2Return } from "../read/return";
import { findSettings } from "./settings";

/**
 * Where the plan of each request of a return is carried out at its reference date: the open
 * placement of rank 1, else another open one, else what the plan names; 0 where there is none.
 * Indexes into the ids.
 */
function settingsOfRequests(ret: Sen2Return): {
  readonly settings: Int32Array;
  readonly ids: readonly (string | null)[];
} {
  const { requests, assessment, namedplan, activeplans } = ret.tables;
  const found = findSettings([ret], null);
  const [records] = planRecords([ret], found);
  const settings = new Int32Array(requests.rowCount);
  for (let plan = 0; plan < namedplan.rowCount; plan++) {
    const detail = mainDetail(records, plan);
    if (detail >= 0)
      settings[assessment.parent[namedplan.parent[plan]]] = records.detail.setting[detail];
  }
  for (let plan = 0; plan < activeplans.rowCount; plan++) {
    const placement = openPlacement(records, plan, ret.referenceDate);
    if (placement >= 0 && records.placement.setting[placement] > 0)
      settings[activeplans.parent[plan]] = records.placement.setting[placement];
  }
  return { settings, ids: found.list.map((setting) => setting?.id ?? null) };
}

/**
 * Tells where the child of any record of a return is taught, as the return has it; worked out when
 * it is first asked for. A person is where the last request with a setting says.
 */
export function schoolsOfRecords(ret: Sen2Return): SchoolOfRow {
  let known: {
    readonly settings: Int32Array;
    readonly ids: readonly (string | null)[];
    readonly ofPerson: Int32Array;
  } | null = null;
  const work = (): NonNullable<typeof known> => {
    const { settings, ids } = settingsOfRequests(ret);
    const { requests, person } = ret.tables;
    const under = childrenOf(requests.parent, person.rowCount);
    const ofPerson = Int32Array.from({ length: person.rowCount }, (_, row) =>
      Array.from(under.rows.subarray(under.from[row], under.from[row + 1])).reduce(
        (last, request) => settings[request] || last,
        0,
      ),
    );
    return { settings, ids, ofPerson };
  };
  return (name, row) => {
    if (row < 0 || name === "sen2" || !(name in ret.tables)) return null;
    known ??= work();
    let table = name as Sen2TableName;
    let at = row;
    while (table !== "person" && table !== "requests") {
      at = ret.tables[table].parent[at];
      table = parentOf[table]!;
    }
    const { settings, ids, ofPerson } = known;
    return ids[
      table === "person" ? ofPerson[at] : settings[at] || ofPerson[ret.tables.requests.parent[at]]
    ];
  };
}
