import type { Trial } from "./try-distortion";
import type { Source } from "./world";

/** A fault of the product that is known and not mended: what shows it, and why it is there. */
export interface KnownFault {
  readonly sources: readonly Source[];
  readonly loses: "nothing" | "values";
  /** Every distortion of the class where it is not given. */
  readonly distortion?: RegExp;
  readonly reason: string;
}

/** Each is a fault to mend; the full run prints how often it was met. */
export const knownFaults: readonly KnownFault[] = [
  {
    sources: ["school-census", "mhsds"],
    loses: "values",
    reason: "figures of the census and of mental health do not yet tell what their extracts lack",
  },
  {
    sources: ["sen2"],
    loses: "values",
    distortion: /^(some fields|a field) under an unknown tag$/,
    reason: "a tag of XML that resembles no field may have held one",
  },
  {
    sources: ["sen2"],
    loses: "values",
    distortion: /^no line of headings$/,
    reason: "a header table without headings leaves its return without year and authority",
  },
  {
    sources: ["sen2"],
    loses: "values",
    distortion: /^(a column missing|a heading misspelt)$/,
    reason: "a key column that is missing is not counted as rows lost",
  },
  {
    sources: ["sen2"],
    loses: "values",
    distortion: /^headings swapped$/,
    reason: "two date columns of requests under each other's headings are read as they stand",
  },
  {
    sources: ["published"],
    loses: "values",
    distortion: /^two columns of one heading$/,
    reason: "of two columns with one heading in a published file the first is read, as notes say",
  },
];

/** The known fault that a trial may show. */
export const knownFaultOf = ({ distortion, file }: Trial): KnownFault | undefined =>
  knownFaults.find(
    ({ sources, loses, distortion: name }) =>
      sources.includes(file.source) &&
      loses === distortion.loses &&
      (name?.test(distortion.name) ?? true),
  );
