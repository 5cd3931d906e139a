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
    sources: ["sen2", "school-census", "mhsds"],
    loses: "values",
    reason: "counted figures do not yet tell what their extracts lack",
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
