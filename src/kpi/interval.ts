/** Lower and upper limit. */
type Interval = readonly [number, number];

/** Share of samples that the interval holds in the long run, per cent. */
type Confidence = 95 | 99.8;

const Z: Readonly<Record<Confidence, number>> = { 95: 1.959963984540054, 99.8: 3.090232306167813 };

/**
 * Exact Poisson limits of 0 to 9 events: half the chi-squared quantiles of 2x and of 2x + 2 degrees
 * of freedom.
 */
const EXACT: Readonly<Record<Confidence, readonly Interval[]>> = {
  95: [
    [0, 3.6888794541139363],
    [0.025317807984289876, 5.571643390938899],
    [0.2422092785439649, 7.224687667723961],
    [0.6186721228956013, 8.767273069742327],
    [1.0898653736263249, 10.241588675403698],
    [1.6234863901184204, 11.668332079322669],
    [2.2018942534908508, 13.059474022518685],
    [2.814363051519866, 14.42267536170238],
    [3.4538321767485014, 15.763189220193315],
    [4.115373097378332, 17.08480345141917],
  ],
  99.8: [
    [0, 6.907755278982137],
    [0.0010005003335835335, 9.233413476451586],
    [0.04540201776948956, 11.228872242412663],
    [0.1905333775684032, 13.062240779188071],
    [0.42855241362842295, 14.794149222537209],
    [0.7393717319178326, 16.45474520368011],
    [1.1071046602556394, 18.06163684019907],
    [1.520336260398809, 19.62617739538424],
    [1.9708139217403657, 21.15619816583998],
    [2.452424404363775, 22.65737330906293],
  ],
};

/**
 * The Wilson score interval of a proportion, times `multiplier` (100 for per cent). Null where the
 * parts are no proportion
 * (a denominator of 0, a numerator below 0 or above the denominator).
 */
export function wilsonInterval(
  numerator: number,
  denominator: number,
  multiplier = 100,
  confidence: Confidence = 95,
): Interval | null {
  if (!(denominator > 0) || !(numerator >= 0) || numerator > denominator) return null;
  const z = Z[confidence];
  const middle = 2 * numerator + z * z;
  const spread = z * Math.sqrt(z * z + 4 * numerator * (1 - numerator / denominator));
  const scale = multiplier / (2 * (denominator + z * z));
  return [Math.max(0, scale * (middle - spread)), Math.min(multiplier, scale * (middle + spread))];
}

/** By multiplication: engines of JavaScript differ in the last digit of a power. */
const cube = (x: number): number => x * x * x;

/** Byar's limits of a count of ten events or more. */
function byarLimits(events: number, confidence: Confidence): Interval {
  const z = Z[confidence];
  const lower = events * cube(1 - 1 / (9 * events) - z / (3 * Math.sqrt(events)));
  const next = events + 1;
  return [lower, next * cube(1 - 1 / (9 * next) + z / (3 * Math.sqrt(next)))];
}

/**
 * The interval of a rate, times `multiplier`: Byar's limits from 10 events, exact Poisson limits
 * below. Null where the parts are
 * no rate (a denominator of 0, or events that are no whole number from 0 below 10).
 */
export function byarInterval(
  events: number,
  population: number,
  multiplier: number,
  confidence: Confidence = 95,
): Interval | null {
  if (!(population > 0) || !(events >= 0)) return null;
  const limits = events < 10 ? EXACT[confidence][events] : byarLimits(events, confidence);
  return limits
    ? [(multiplier * limits[0]) / population, (multiplier * limits[1]) / population]
    : null;
}
