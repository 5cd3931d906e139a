/** What is wrong with a Unique Learner Number. */
export type UlnFault =
  /** Not ten digits. */
  | "format"
  /** 9999999999, which stands for "not yet known". */
  | "temporary"
  /** The tenth digit is not the check digit of the first nine (or these can have none). */
  | "check_digit";

/**
 * The first thing wrong with a cleaned ULN, or null when it is right. Check digit (ESFA): the first
 * nine digits times
 * 10 down to 2, summed, modulo 11; 0 is never valid, else the tenth digit is 10 less the remainder.
 */
export function ulnFault(uln: string): UlnFault | null {
  if (!/^\d{10}$/.test(uln)) return "format";
  if (uln === "9999999999") return "temporary";
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += (uln.charCodeAt(i) - 48) * (10 - i);
  const remainder = sum % 11;
  return remainder !== 0 && 10 - remainder === uln.charCodeAt(9) - 48 ? null : "check_digit";
}
