/**
 * Numbers that pass the arithmetic and are never given out: one digit ten times, and a digit, eight
 * noughts and the digit again.
 */
const NEVER = /^(\d)(?:\1{9}|0{8}\1)$/;

/**
 * True when ten digits are an NHS number by their check digit: the first nine times 10 down to 2,
 * summed; 11 less the remainder by 11 (11 counts as 0, 10 is never valid). Spaces and dashes are
 * passed over.
 */
export function isNhsNumber(raw: string): boolean {
  const digits = raw.replace(/[\s-]/g, "");
  if (!/^\d{10}$/.test(digits) || NEVER.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += (digits.charCodeAt(i) - 48) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === digits.charCodeAt(9) - 48;
}
