import type { Finding } from "../check/finding";
import { fileFinding, fileRules } from "../extracts/file-rules";
import type { Gap } from "../indicators/gap";
import { verdictOn, type CoverageLimits } from "../indicators/gate";

/** A file of figures with what was lost of it. */
interface ReadFile {
  readonly file: string;
  readonly gaps?: readonly Gap[];
}

/** A finding for each file of which so little was read that none of its figures is shown. */
export const unusedFiles = (files: readonly ReadFile[], limits: CoverageLimits): Finding[] =>
  files.flatMap(({ file, gaps = [] }) => {
    const verdict = verdictOn(gaps, limits);
    return verdict?.is === "hidden"
      ? [fileFinding("F22", file, `${fileRules.F22.message} ${verdict.note}.`)]
      : [];
  });
