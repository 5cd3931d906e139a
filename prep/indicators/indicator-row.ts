/** One row of the catalogue's data, all text; empty where there is nothing. `listedIn` are references such as `CDC-043`, with spaces between. */
export type IndicatorRow = readonly [
  id: string,
  name: string,
  unit: string,
  polarity: string,
  frequency: string,
  numerator: string,
  denominator: string,
  source: string,
  listedIn: string,
];

export type IndicatorSection = readonly [section: string, rows: readonly IndicatorRow[]];
