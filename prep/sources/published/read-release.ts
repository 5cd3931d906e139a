import type { Finding } from "../../check/finding";
import { unpackZip, type ZipEntry } from "../../scan/unpack-zip";

interface ReleaseZip {
  /** Data files, as they lie in the zip. */
  readonly entries: readonly ZipEntry[];
  /** Files that tell of the data: guidance, column lists and supporting files. */
  readonly beside: number;
  readonly findings: readonly Finding[];
}

/** Finding about the zip of a release. */
export const releaseFinding = (
  file: string,
  message: string,
  severity: Finding["severity"] = "error",
): Finding => ({
  rule: "E30",
  severity,
  file,
  table: "",
  record: "",
  line: null,
  field: null,
  message,
  action: "Download the release again, or give the data files of it in a folder.",
  ...(severity === "error" ? { refuses: "file" } : {}),
});

const isBeside = ({ name }: ZipEntry): boolean =>
  !/\.csv( \(\d+\))?$/i.test(name) || /\.meta\.csv|supporting-files\//i.test(name);

/**
 * Opens the zip of a release as the Department for Education gives it (`data/*.csv` with guidance
 * beside). Of two entries of one name both are given, and told.
 */
export function openRelease(file: string, bytes: Uint8Array): ReleaseZip {
  const unpacked = unpackZip(bytes);
  const refuse = (message: string): ReleaseZip => ({
    entries: [],
    beside: 0,
    findings: [releaseFinding(file, message)],
  });
  if (unpacked === "damaged") return refuse("The zip file of the release is damaged.");
  if (unpacked === "too-large")
    return refuse("The zip file of the release unpacks to more than a release can have.");
  const entries = unpacked.entries.filter((entry) => !isBeside(entry));
  return {
    entries,
    beside: unpacked.entries.length - entries.length,
    findings: unpacked.repeated.map((name) =>
      releaseFinding(file, `The zip holds more than one file ${name}; each was read.`, "warning"),
    ),
  };
}
