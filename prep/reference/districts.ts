import text from "./districts.csv";
import counts from "./county-districts.csv";
import { reference } from "./read-reference";

const isDistrict = (onsCode: string): boolean => /^E07000\d{3}$/.test(onsCode);

/**
 * Number at the end of the GSS code of a district of a two-tier county; throws for any other code.
 */
const numberOf = (onsCode: string): number => {
  if (!isDistrict(onsCode)) throw new Error(`"${onsCode}" is no code of a district.`);
  return Number(onsCode.slice(-3));
};

const list = reference({
  file: "districts.csv",
  text,
  columns: ["first", "last", "council"],
  row: ({ first, last, council }) => ({ first: numberOf(first), last: numberOf(last), council }),
});

/**
 * ONS code of the council with the duties of an upper tier for a local authority district; the code
 * itself where the
 * district is one tier, or where it is not known.
 */
export function upperTierOf(onsCode: string): string {
  if (!isDistrict(onsCode)) return onsCode;
  const number = numberOf(onsCode);
  const run = list().rows.find(({ first, last }) => first <= number && number <= last);
  return run?.council ?? onsCode;
}

/** How many districts each county of two tiers has, by its GSS code. */
export const countyDistricts = reference({
  file: "county-districts.csv",
  text: counts,
  columns: ["county", "districts"],
  row: ({ county, districts }) => ({ county, districts: Number(districts) }),
});

/** The codes of all districts of two-tier counties. */
export const districtCodes = (): readonly string[] =>
  list().rows.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, i) => `E07${String(first + i).padStart(6, "0")}`),
  );
