/**
 * Districts of two-tier counties by the number at the end of their ONS code (E07…): the council that has the upper tier's duties today. Numbers were
 * given county by county in the order of the alphabet; those from 240 on are districts whose borders changed later. Districts of counties that
 * have become unitary count for the council that took them over. Source: ONS code history, to April 2025.
 */
const ranges: readonly (readonly [first: number, last: number, council: string])[] = [
  [4, 7, "E06000060"],
  [8, 12, "E10000003"],
  [26, 26, "E06000063"],
  [27, 27, "E06000064"],
  [28, 29, "E06000063"],
  [30, 31, "E06000064"],
  [32, 39, "E10000007"],
  [40, 47, "E10000008"],
  [48, 48, "E06000058"],
  [49, 53, "E06000059"],
  [61, 65, "E10000011"],
  [66, 77, "E10000012"],
  [78, 83, "E10000013"],
  [84, 94, "E10000014"],
  [95, 104, "E10000015"],
  [105, 116, "E10000016"],
  [117, 128, "E10000017"],
  [129, 135, "E10000018"],
  [136, 142, "E10000019"],
  [143, 149, "E10000020"],
  [150, 150, "E06000061"],
  [151, 151, "E06000062"],
  [152, 153, "E06000061"],
  [154, 155, "E06000062"],
  [156, 156, "E06000061"],
  [163, 169, "E06000065"],
  [170, 176, "E10000024"],
  [177, 181, "E10000025"],
  [187, 191, "E06000066"],
  [192, 199, "E10000028"],
  [200, 206, "E10000029"],
  [207, 217, "E10000030"],
  [218, 222, "E10000031"],
  [223, 229, "E10000032"],
  [234, 239, "E10000034"],
  [240, 243, "E10000015"],
  [244, 245, "E10000029"],
  [246, 246, "E06000066"],
];

/** ONS code of the council with the duties of an upper tier for a local authority district; the code itself where the district is one tier, or where it is not known. */
export function upperTierOf(onsCode: string): string {
  if (!/^E07000\d{3}$/.test(onsCode)) return onsCode;
  const number = Number(onsCode.slice(-3));
  return ranges.find(([first, last]) => first <= number && number <= last)?.[2] ?? onsCode;
}
