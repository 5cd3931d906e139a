import { upnCheckLetter } from "../check/identifiers/upn";

/** Numbers of real authorities, because a valid UPN needs one; the rest of each UPN is invented. */
const ISSUING_AUTHORITIES = ["330", "801", "839", "873", "886"];

/**
 * A valid permanent UPN, different for each person number below 10,000,000.
 */
export function upnOf(person: number, yearOfIssue: number): string {
  const serial = String(person).padStart(7, "0");
  const digits =
    ISSUING_AUTHORITIES[person % ISSUING_AUTHORITIES.length] +
    serial.slice(0, 4) +
    String(yearOfIssue % 100).padStart(2, "0") +
    serial.slice(4);
  return upnCheckLetter(digits) + digits;
}

/**
 * A valid ULN, different for each person number below 80,000,000.
 * Check digit: 10 less the weighted sum of the nine digits (weights 10 to 2) modulo 11; a remainder
 * of 0 makes no ULN.
 */
export function ulnOf(person: number): string {
  for (let stem = 100000000 + person * 10; ; stem++) {
    const digits = String(stem);
    let sum = 0;
    for (let index = 0; index < 9; index++) sum += Number(digits[index]) * (10 - index);
    if (sum % 11 !== 0) return digits + String(10 - (sum % 11));
  }
}
