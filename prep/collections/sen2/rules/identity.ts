import { MISSING } from "../../../columns/column";
import { ulnFault, type UlnFault } from "../../../check/identifiers/uln";
import { upnFault } from "../../../check/identifiers/upn";
import { upnMessages } from "../../../check/identifiers/upn-messages";
import { codeSets } from "../fields/code-sets";
import type { Sen2Table } from "../read/return";
import { codeIn, rowsWhere } from "../../../check/rows";
import { bornForAge, type Sen2Rule } from "./source";

/**
 * For each row the first row with the same key, itself where it is the first. Rows with an empty
 * key are alone.
 * The keys (which may be personal) are forgotten on return.
 */
function firstWithSame(rowCount: number, keyOf: (row: number) => string): Int32Array {
  const seen = new Map<string, number>();
  return Int32Array.from({ length: rowCount }, (_, row) => {
    const key = keyOf(row);
    const first = key === "" ? row : (seen.get(key) ?? row);
    if (first === row && key !== "") seen.set(key, row);
    return first;
  });
}

const ulnMessages: Readonly<Record<UlnFault, string>> = {
  format: "The ULN does not have ten digits.",
  temporary: "The ULN is 9999999999, which only means that it is not known.",
  check_digit: "The last digit of the ULN is not its check digit.",
};

/** For each entry of an identifier's dictionary the message about its fault, or null. */
function faults<F extends string>(
  person: Sen2Table,
  column: string,
  faultOf: (value: string) => F | null,
  messages: Readonly<Record<F, string>>,
): (row: number) => false | { message: string } {
  const { codes, dictionary } = person.text(column);
  const found = dictionary.map((value, code) => {
    const fault = code > 0 ? faultOf(value) : null;
    return fault !== null && { message: messages[fault] };
  });
  return (row) => found[codes[row]];
}

/** Rules on the identifiers of a person. No message carries one. */
export const identityRules: readonly Sen2Rule[] = [
  {
    id: "P06",
    severity: "error",
    table: "person",
    field: "upnunknown",
    message: "There is no UPN, no ULN and no reason why there is none.",
    action: "Record the UPN or the ULN, or the reason (UN1 to UN10) why neither is known.",
    basis: "SEN2 item UPNunknown; check 142 of the open-source reader witan.sen2",
    find: ({
      ret: {
        tables: { person },
      },
    }) => {
      const [upn, uln, reason] = ["upn", "uniquelearnernumber", "upnunknown"].map(
        (column) => person.text(column).codes,
      );
      return rowsWhere(person, (row) => upn[row] === 0 && uln[row] === 0 && reason[row] === 0);
    },
  },
  {
    id: "P07",
    severity: "warning",
    table: "person",
    field: "upnunknown",
    message: "A reason is given why UPN and ULN are not known, but one of them is there.",
    action: "Remove the reason, or the identifier if it belongs to someone else.",
    basis: "SEN2 item UPNunknown: only where there is neither UPN nor ULN",
    find: ({
      ret: {
        tables: { person },
      },
    }) => {
      const [upn, uln, reason] = ["upn", "uniquelearnernumber", "upnunknown"].map(
        (column) => person.text(column).codes,
      );
      return rowsWhere(person, (row) => reason[row] > 0 && (upn[row] > 0 || uln[row] > 0));
    },
  },
  {
    id: "P08",
    severity: "error",
    table: "person",
    field: "upnunknown",
    message: "The reason for an unknown UPN and ULN is not a code of the return.",
    action: "Use UN1, UN2, UN3, UN5, UN8, UN9 or UN10; UN4, UN6 and UN7 belong to other returns.",
    basis: "SEN2 code set UPNunknown",
    find: ({
      ret: {
        tables: { person },
      },
    }) => {
      const reason = person.text("upnunknown").codes;
      const known = codeIn(
        person,
        "upnunknown",
        codeSets.UPNunknown.map(({ code }) => code),
      );
      return rowsWhere(person, (row) => reason[row] > 0 && !known(row));
    },
  },
  {
    id: "P09",
    severity: "warning",
    table: "person",
    field: "upnunknown",
    message:
      "The reason says under 6 and without a UPN yet (UN1), but the child is 6 or over on the reference date.",
    action: "Find the UPN, which the child will have by now, or correct the reason.",
    basis: "Meaning of UN1",
    find: ({ ret }) => {
      const { person } = ret.tables;
      const birth = person.day("personbirthdate").values;
      const isUn1 = codeIn(person, "upnunknown", ["UN1"]);
      const turned6 = bornForAge(6, ret.referenceDate);
      return rowsWhere(
        person,
        (row) => isUn1(row) && birth[row] !== MISSING && birth[row] <= turned6,
      );
    },
  },
  {
    id: "P10",
    severity: "error",
    table: "person",
    field: "upn",
    message: "The UPN is not in the form of a UPN, or its check letter is wrong.",
    action:
      "Look the UPN up in the school's records or in Get Information about Pupils and correct it.",
    basis: "UPN rules 1510, 1530, 1540 and 1550 of other national collections",
    find: ({
      ret: {
        tables: { person },
      },
    }) => rowsWhere(person, faults(person, "upn", upnFault, upnMessages)),
  },
  {
    id: "P11",
    severity: "error",
    table: "person",
    field: "upn",
    message: "Another person of the return has the same UPN.",
    action: "Merge the two records if they are one child; otherwise find out whose UPN it is.",
    basis: "UPN rule 1520 of other national collections",
    find: ({
      ret: {
        tables: { person },
      },
    }) => {
      const upn = person.text("upn");
      const first = firstWithSame(person.rowCount, (row) => upn.at(row) ?? "");
      return rowsWhere(
        person,
        (row) =>
          first[row] !== row && {
            message: `The UPN is also that of ${person.record(first[row])}.`,
          },
      );
    },
  },
  {
    id: "P12",
    severity: "warning",
    table: "person",
    field: "uniquelearnernumber",
    message: "The ULN is not in the form of a ULN, or its check digit is wrong.",
    action: "Look the ULN up in the Learning Records Service and correct it, or leave it blank.",
    basis: "ULN check digit as the Education and Skills Funding Agency published it",
    find: ({
      ret: {
        tables: { person },
      },
    }) => rowsWhere(person, faults(person, "uniquelearnernumber", ulnFault, ulnMessages)),
  },
  {
    id: "P13",
    severity: "warning",
    table: "person",
    field: null,
    message:
      "Another person of the return has the same ULN, or the same name and date of birth with a different UPN.",
    action: "Check whether the two are one person; if so, merge them under the right identifiers.",
    basis: "Likely duplicates",
    find: ({
      ret: {
        tables: { person },
      },
    }) => {
      const uln = person.text("uniquelearnernumber");
      const upn = person.text("upn");
      const [surname, forename] = [person.text("surname"), person.text("forename")];
      const birth = person.day("personbirthdate").values;
      const fold = (text: string | null): string => (text ?? "").replace(/\s+/g, "").toLowerCase();
      const sameUln = firstWithSame(person.rowCount, (row) => {
        const value = uln.at(row) ?? "";
        return value === "9999999999" ? "" : value;
      });
      const sameName = firstWithSame(person.rowCount, (row) => {
        const name = `${fold(surname.at(row))}\n${fold(forename.at(row))}`;
        return upn.codes[row] > 0 && birth[row] !== MISSING && name !== "\n"
          ? `${name}\n${birth[row]}`
          : "";
      });
      return rowsWhere(person, (row) => {
        if (sameUln[row] !== row)
          return {
            field: "uniquelearnernumber",
            message: `The ULN is also that of ${person.record(sameUln[row])}.`,
          };
        const other = sameName[row];
        return (
          upn.at(row) !== upn.at(other) && {
            message: `${person.record(other)} has the same name and date of birth and a different UPN.`,
          }
        );
      });
    },
  },
];
