/** Which half of a postcode does not fit the pattern: `outward` as in BH1, `inward` as in 1AA. */
type PostcodeFault = "outward" | "inward";

/**
 * The half of a UK postcode that is wrong, or null when it fits. Case, spaces around it and a
 * missing space in the middle do not matter.
 */
export function postcodeFault(postcode: string): PostcodeFault | null {
  const text = postcode.trim().toUpperCase();
  if (!/\d[A-Z]{2}$/.test(text)) return "inward";
  return /^[A-Z]{1,2}\d[A-Z\d]? ?$/.test(text.slice(0, -3)) ? null : "outward";
}
