import { roundHalfUp } from "../../src/kpi/round";
import { UNIT_FORMS } from "../../src/kpi/unit";
import { monthNames } from "../calendar/periods";
import type { Coverage } from "../indicators/gap";
import { verdictOn, type CoverageLimits } from "../indicators/gate";
import type { IndicatorFigure } from "../sources/published/published-figures";

/** A published figure past the gate. */
export interface GatedFigure extends IndicatorFigure {
  /** Why to read it with care, beyond what its mapping says; null where nothing does. */
  readonly caution: string | null;
  /** How much of its file is left out; null where all was read. */
  readonly coverage: Coverage | null;
}

/** Files that give one figure differently. */
export interface PublishedClash {
  readonly figure: IndicatorFigure;
  readonly files: readonly string[];
}

const withoutNumber = <F extends IndicatorFigure>(figure: F, words: string): F => ({
  ...figure,
  numerator: null,
  denominator: null,
  value: null,
  published: null,
  status: "not_available",
  words,
});

/** A published figure, with care or without its number where its file was read only in part. */
export function gatedPublished(figure: IndicatorFigure, limits: CoverageLimits): GatedFigure {
  const verdict = verdictOn(figure.gaps, limits);
  if (verdict === null) return { ...figure, caution: figure.slip, coverage: null };
  const { is, note, coverage } = verdict;
  if (is === "hidden" && figure.value !== null)
    return { ...withoutNumber(figure, note), caution: null, coverage };
  const notes = [figure.slip, is === "caution" ? note : null].filter((words) => words !== null);
  return { ...figure, caution: notes.join("; ") || null, coverage };
}

const YEAR = /(?:19|20)\d\d/;
const MONTHS = new RegExp(monthNames.map((name) => name.slice(0, 3)).join("|"), "gi");

/**
 * The first year in a release's name, its month by number and the numbers behind: `ehcp-2025` is
 * before `ehcp-2026`. Empty where it names no year.
 */
function vintageOf(release: string): readonly number[] {
  const year = YEAR.exec(release);
  if (year === null) return [];
  const months = [...release.matchAll(MONTHS)].map(
    ([word]) =>
      monthNames.findIndex((name) => name.slice(0, 3).toLowerCase() === word.toLowerCase()) + 1,
  );
  const behind = release.slice(year.index + 4).match(/\d+/g) ?? [];
  return [year[0], ...months, ...behind].map(Number);
}

/** Above 0 where the first release is known to be the later; 0 where nobody can tell. */
function laterBy(a: string, b: string): number {
  if (a === b) return 0;
  const [first, second] = [vintageOf(a), vintageOf(b)];
  if (first.length === 0 || second.length === 0) return 0;
  for (let i = 0; i < Math.min(first.length, second.length); i++)
    if (first[i] !== second[i]) return first[i] - second[i];
  return 0;
}

/** Whether two files tell the same; of what one gives rounded, to the decimals of its unit. */
function isSame(a: IndicatorFigure, b: IndicatorFigure): boolean {
  const haveParts = [a, b].every(({ numerator }) => numerator !== null);
  if (haveParts) return a.numerator === b.numerator && a.denominator === b.denominator;
  const { decimals } = UNIT_FORMS[a.mapping.unit];
  const printed = ({ published, value }: IndicatorFigure): number | null => {
    const number = published ?? value;
    return number === null ? null : roundHalfUp(number, decimals);
  };
  return printed(a) === printed(b);
}

/** Whether a figure stands in place of another: where it has its parts, and the other has not. */
const standsFor = (figure: IndicatorFigure, other: IndicatorFigure): boolean =>
  figure.numerator !== null && other.numerator === null;

/** Those of which no other is later; then the final ones; then those that have a value. */
function candidatesOf<F extends IndicatorFigure>(figures: readonly F[]): readonly F[] {
  const latest = figures.filter(
    ({ release }) => !figures.some((other) => laterBy(other.release, release) > 0),
  );
  const final = latest.filter(({ isFinal }) => isFinal !== false);
  const last = final.length > 0 ? final : latest;
  const given = last.filter(({ value }) => value !== null);
  return given.length > 0 ? given : last;
}

const keyOf = ({ mapping, area, period }: IndicatorFigure): string =>
  [
    mapping.indicator,
    ...(mapping.group ?? []),
    period.frequency,
    period.end,
    area.level,
    area.code,
  ].join(" ");

/**
 * One published figure of an indicator, group, area and period: of several releases that of the
 * latest, as far as their names tell which that is. Where two files of one release differ, or of
 * releases of which nobody can tell the later, none is shown. A loop and no `groupby`: on 150,000
 * figures it takes a third of the time.
 */
export function onePublishedFigure<F extends IndicatorFigure>(
  figures: readonly F[],
): { readonly figures: readonly F[]; readonly clashes: readonly PublishedClash[] } {
  const byKey = new Map<string, F[]>();
  for (const figure of figures) {
    const key = keyOf(figure);
    const same = byKey.get(key);
    if (same) same.push(figure);
    else byKey.set(key, [figure]);
  }
  const clashes: PublishedClash[] = [];
  const chosen = [...byKey.values()].map((all): F => {
    if (all.length === 1) return all[0];
    const candidates = candidatesOf(all);
    const best = candidates.reduce((one, other) => (standsFor(other, one) ? other : one));
    // Other data sets of a release may count others: the first that has its parts stands.
    const others = candidates.filter(
      (one) => one.mapping === best.mapping && one.value !== null && !isSame(one, best),
    );
    if (best.value === null || others.length === 0) return best;
    clashes.push({ figure: best, files: [...new Set([best, ...others].map(({ file }) => file))] });
    return withoutNumber(best, "Its sources disagree");
  });
  return { figures: chosen, clashes };
}
