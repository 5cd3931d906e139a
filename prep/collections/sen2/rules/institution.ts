import { ageOn } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import { ukprnFault } from "../../../check/identifiers/ukprn";
import { urnFault } from "../../../check/identifiers/urn";
import { codeSets } from "../fields/code-sets";
import type { Sen2Table } from "../read/return";
import { ancestorsIn, inBothDetails } from "./family";
import { codeIn } from "../../../check/rows";
import type { Sen2Rule } from "./source";

/** The three ways to name an institution. */
const names = (table: Sen2Table): Int32Array[] =>
  ["urn", "ukprn", "sensetting"].map((column) => table.text(column).codes);

/**
 * Rules on the institution that a plan names (plandetail) or where the child is placed
 * (placementdetail).
 */
export const institutionRules: readonly Sen2Rule[] = [
  {
    id: "D01",
    severity: "error",
    table: "placementdetail",
    field: null,
    message: "The placement has no URN, no UKPRN and no SEN setting.",
    action:
      "Record the school's URN, the college's UKPRN or, where there is neither, the SEN setting.",
    basis: "SEN2 items 4.7 and 5.7; checks 422 and 512 of the open-source reader witan.sen2",
    find: ({ ret }) =>
      inBothDetails(ret, (table) => {
        const given = names(table);
        return (row) => given.every((codes) => codes[row] === 0);
      }),
  },
  {
    id: "D02",
    severity: "warning",
    table: "placementdetail",
    field: null,
    message:
      "The placement has more than one of URN, UKPRN and SEN setting; the first of them in this order is used.",
    action: "Keep the one that identifies the placement.",
    basis: "SEN2 items 4.7 and 5.7: one of the three",
    find: ({ ret }) =>
      inBothDetails(ret, (table) => {
        const [urn, ukprn, setting] = names(table);
        return (row) =>
          Number(urn[row] > 0) + Number(ukprn[row] > 0) + Number(setting[row] > 0) > 1;
      }),
  },
  {
    id: "D03",
    severity: "warning",
    table: "placementdetail",
    field: "urn",
    message: "The URN does not have six digits.",
    action: "Look the school up in Get Information about Schools, and record its present URN.",
    basis:
      "Form of URNs; school register (checks 522 and 524 of the open-source reader witan.sen2)",
    find: ({ ret, register }) =>
      inBothDetails(ret, (table) => {
        const urn = table.text("urn");
        const entry = table.day("entrydate").values;
        return (row) => {
          const value = urn.at(row);
          if (value === null) return false;
          if (urnFault(value)) return true;
          if (!register) return false;
          if (!register.has(value)) return { message: "The URN is not in the school register." };
          const closed = register.closeDate(value);
          if (closed !== null && entry[row] !== MISSING && closed < entry[row])
            return { message: "The school had closed before the child was placed there." };
          return (
            !register.isExpectedType(value) && {
              message:
                "The establishment is of a type at which children with plans are not expected.",
            }
          );
        };
      }),
  },
  {
    id: "D04",
    severity: "warning",
    table: "placementdetail",
    field: "ukprn",
    message: "The UKPRN does not have eight digits beginning with 1.",
    action: "Look the provider up in the UK Register of Learning Providers and correct the number.",
    basis: "Form of UKPRNs",
    find: ({ ret }) =>
      inBothDetails(ret, (table) => {
        const { codes, dictionary } = table.text("ukprn");
        const wrong = dictionary.map((value, code) => code > 0 && ukprnFault(value) !== null);
        return (row) => wrong[codes[row]];
      }),
  },
  {
    id: "D05",
    severity: "error",
    table: "placementdetail",
    field: "sensetting",
    message: "The SEN setting is not a code of the return.",
    action: "Use OLA, OPA, EHE, EYP, OTH, NEET, NIEC or NIEO.",
    basis: "SEN2 code set SENsetting; check 592 of the open-source reader witan.sen2",
    find: ({ ret }) =>
      inBothDetails(ret, (table) => {
        const { codes } = table.text("sensetting");
        const known = codeIn(
          table,
          "sensetting",
          codeSets.SENsetting.map(({ code }) => code),
        );
        return (row) => codes[row] > 0 && !known(row);
      }),
  },
  {
    id: "D06",
    severity: "warning",
    table: "placementdetail",
    field: "sensettingother",
    message: "The SEN setting is OTH or NIEO without a description.",
    action: "Say in SENSettingOther what the setting is, or why there is none.",
    basis: "SEN2 items SENsetting and SENSettingOther",
    find: ({ ret }) =>
      inBothDetails(ret, (table) => {
        const described = table.text("sensettingother").codes;
        const needsWords = codeIn(table, "sensetting", ["OTH", "NIEO"]);
        return (row) => needsWords(row) && described[row] === 0;
      }),
  },
  {
    id: "D07",
    severity: "warning",
    table: "placementdetail",
    field: "senunitindicator",
    message: "The placement is marked both as SEN unit and as resourced provision.",
    action:
      "For a place at a school give 0 or 1 for SEN unit and for resourced provision, and 1 for one of them at the most.",
    basis:
      "SEN2 items SENunitIndicator and ResourcedProvisionIndicator; check 514 of the open-source reader witan.sen2",
    find: ({ ret }) =>
      inBothDetails(ret, (table) => {
        const urn = table.text("urn").codes;
        const unit = table.flag("senunitindicator").values;
        const resourced = table.flag("resourcedprovisionindicator").values;
        const unreadable = new Set([
          ...table.invalid("senunitindicator"),
          ...table.invalid("resourcedprovisionindicator"),
        ]);
        return (row) => {
          if (unit[row] === 1 && resourced[row] === 1) return true;
          return (
            urn[row] > 0 &&
            (unit[row] < 0 || resourced[row] < 0) &&
            !unreadable.has(row) && {
              message:
                "The placement is at a school, but whether it is in a SEN unit or in resourced provision is blank.",
            }
          );
        };
      }),
  },
  {
    id: "D08",
    severity: "warning",
    table: "placementdetail",
    field: "urn",
    message:
      "A SEN unit or resourced provision is marked at a school that has neither in the school register.",
    action: "Correct the mark or the URN, or ask the school to update its entry in the register.",
    basis: "School register; checks 532 and 534 of the open-source reader witan.sen2",
    find: ({ ret, register }) =>
      register === undefined
        ? []
        : inBothDetails(ret, (table) => {
            const urn = table.text("urn");
            const unit = table.flag("senunitindicator").values;
            const resourced = table.flag("resourcedprovisionindicator").values;
            return (row) => {
              const value = urn.at(row);
              return (
                value !== null &&
                (unit[row] === 1 || resourced[row] === 1) &&
                register.has(value) &&
                !register.hasUnitOrResourced(value)
              );
            };
          }),
  },
  {
    id: "D12",
    severity: "warning",
    table: "placementdetail",
    field: "sensetting",
    message: "The SEN setting does not fit the age or the school.",
    action: "Correct the setting, the date of birth or the URN.",
    basis: "Meaning of NEET (16 to 25), EYP (under 5) and EHE (at home)",
    find: ({ ret }) =>
      inBothDetails(ret, (table) => {
        const birth = ret.tables.person.day("personbirthdate").values;
        const personOf = ancestorsIn(ret, table.name, "person");
        const urn = table.text("urn").codes;
        const setting = table.text("sensetting");
        const limited = codeIn(table, "sensetting", ["NEET", "EYP", "EHE"]);
        return (row) => {
          if (!limited(row)) return false;
          if (setting.at(row) === "EHE")
            return (
              urn[row] > 0 && {
                message: "The child is educated at home, but a school is named too.",
              }
            );
          const born = birth[personOf[row]];
          if (born === MISSING) return false;
          const age = ageOn(born, ret.referenceDate);
          if (setting.at(row) === "NEET")
            return (
              age < 16 && {
                message: "The setting is NEET, but the person is under 16 on the reference date.",
              }
            );
          return (
            age >= 5 && {
              message:
                "The setting is an early years provider, but the child is 5 or over on the reference date.",
            }
          );
        };
      }),
  },
];
