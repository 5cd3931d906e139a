const isNumber = (sum: number): boolean => (11 - (sum % 11)) % 11 !== 10;

/**
 * A valid NHS number of the range that is kept for tests (999…), different for each person number
 * below 500,000; numbers begin again there.
 * Check digit: 11 less the weighted sum of the nine digits (weights 10 to 2) modulo 11; 10 makes no
 * number, but never twice in a row.
 */
export function nhsNumberOf(person: number): string {
  for (let stem = 999_000_000 + 2 * (person % 500_000); ; stem++) {
    const digits = String(stem);
    let sum = 0;
    for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
    if (isNumber(sum)) return digits + String((11 - (sum % 11)) % 11);
  }
}

/**
 * A national pseudonym of nineteen digits, more than a double holds: two people may differ in the
 * last digit alone.
 */
export const personIdOf = (person: number): string =>
  `46116860184${String(person).padStart(8, "0")}`;
