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
    reason:
      "some figures by a breakdown lose a value under an unknown tag without a mark; cause not found",
  },
  {
    sources: ["sen2"],
    loses: "values",
    distortion: /^no line of headings$/,
    reason: "months outside the return appear, some with 0; cause not found",
  },
  {
    sources: ["sen2"],
    loses: "values",
    distortion: /^(a column missing|a heading misspelt)$/,
    reason: "months outside the return appear, not available; cause not found",
  },
  {
    sources: ["sen2"],
    loses: "values",
    distortion: /^headings swapped$/,
    reason: "columns of requests under each other's headings are read as they stand",
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
