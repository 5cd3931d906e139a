import { authoritiesOn, authorityName, isInvented } from "../reference/authorities";
import { nearest } from "../check/nearest";

/** Authorities that are named at most. */
const MOST = 5;

/** Whether two numbers of three digits differ in one digit, or by two that changed places. */
function isNear(a: string, b: string): boolean {
  const differ = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
  if (differ.length === 1) return true;
  const [i, j] = differ;
  return differ.length === 2 && a[i] === b[j] && a[j] === b[i];
}

/**
 * Numbers of authorities of today that were probably meant by one that is none: those that differ in
 * a digit, or by two digits that changed places, which come first. By a name, the one nearest to it.
 */
export function nearestAuthorities(given: string): string[] {
  const current = authoritiesOn().filter((one) => !isInvented(one));
  if (!/^\d{3}$/.test(given)) {
    const name = nearest(
      given,
      current.map((one) => one.name),
    );
    return current.filter((one) => one.name === name).map(({ code }) => code);
  }
  const sorted = (code: string): string => [...code].sort().join("");
  const near = current.map(({ code }) => code).filter((code) => isNear(given, code));
  const swapped = near.filter((code) => sorted(code) === sorted(given));
  return [...new Set([...swapped, ...near])]
    .sort((a, b) => Number(swapped.includes(b)) - Number(swapped.includes(a)))
    .slice(0, MOST)
    .filter((code) => authorityName(code) !== code);
}
