/**
 * What is wrong with a Unique Pupil Number; the DfE rule of the school and children in need
 * censuses that says the same is in brackets.
 */
export type UpnFault =
  /** Not 13 characters. */
  | "length"
  /** The first character is no check letter, or not the one that the rest gives (1510). */
  | "check_letter"
  /** Characters 2 to 4 are no authority that has issued UPNs (1530). */
  | "authority"
  /** Characters 5 to 12 are not all digits (1540). */
  | "digits"
  /** Character 13 is neither a digit nor a letter of a temporary UPN (1550). */
  | "last_character";

/** Letters of a UPN: no I, O or S, which read like 1, 0 and 5. */
const LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

/**
 * Authority numbers that UPNs begin with (children in need census rule 1530 of 2023-24, with 942
 * and 943 of 2023).
 * They go back further than today's councils and take in Wales. 999 is the invented authority of
 * our samples.
 */
const AUTHORITY_RANGES: readonly [first: number, last: number][] = [
  [1, 5],
  [201, 213],
  [301, 320],
  [330, 336],
  [340, 344],
  [350, 359],
  [370, 373],
  [380, 384],
  [390, 394],
  [420, 420],
  [660, 681],
  [701, 708],
  [800, 803],
  [805, 808],
  [810, 813],
  [815, 816],
  [820, 823],
  [825, 826],
  [830, 831],
  [835, 841],
  [845, 846],
  [850, 852],
  [855, 857],
  [860, 861],
  [865, 896],
  [908, 909],
  [916, 916],
  [919, 919],
  [921, 921],
  [925, 926],
  [928, 929],
  [931, 931],
  [933, 933],
  [935, 938],
  [940, 943],
  [999, 999],
];

const issuesUpns = (code: number): boolean =>
  AUTHORITY_RANGES.some(([first, last]) => code >= first && code <= last);

/**
 * The check letter of the twelve digits that follow it: the sum of each digit times its place (2 to
 * 13), modulo 23.
 */
export function upnCheckLetter(twelveDigits: string): string {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += (twelveDigits.charCodeAt(i) - 48) * (i + 2);
  return LETTERS[sum % 23];
}

/** True for a well-formed temporary UPN: its last character is a letter. */
const isTemporaryUpn = (upn: string): boolean => upn.length === 13 && LETTERS.includes(upn[12]);

/**
 * The first thing wrong with a cleaned UPN (see `cleanIdentifier`), or null when it is right. The
 * check letter of a
 * temporary UPN is not worked out: no source we have says how its last letter counts.
 */
export function upnFault(upn: string): UpnFault | null {
  if (upn.length !== 13) return "length";
  if (!LETTERS.includes(upn[0])) return "check_letter";
  if (!/^\d{3}$/.test(upn.slice(1, 4)) || !issuesUpns(Number(upn.slice(1, 4)))) return "authority";
  if (!/^\d{8}$/.test(upn.slice(4, 12))) return "digits";
  if (isTemporaryUpn(upn)) return null;
  if (!/^\d$/.test(upn[12])) return "last_character";
  return upnCheckLetter(upn.slice(1)) === upn[0] ? null : "check_letter";
}
