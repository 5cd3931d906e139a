/** What is wrong with a UK Provider Reference Number: not eight digits, or not beginning with 1. */
type UkprnFault = "format" | "first_digit";

export function ukprnFault(ukprn: string): UkprnFault | null {
  if (!/^\d{8}$/.test(ukprn)) return "format";
  return ukprn[0] === "1" ? null : "first_digit";
}
