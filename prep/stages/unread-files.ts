import { Stop } from "../stop";
import type { Extracts } from "./extracts";

/** Files that are named; more are counted. */
const MOST = 12;

/**
 * A line for each file that was not recognised, with what was found about it; empty where there is
 * none.
 */
export function unreadFiles({ files, findings }: Pick<Extracts, "files" | "findings">): string {
  const unread = files.filter(({ recognisedAs }) => recognisedAs === null);
  const lines = unread.slice(0, MOST).map(({ name }) => {
    const said = findings.filter(({ file }) => file === name).map(({ message }) => message);
    return `\n${name}: ${said.join(" ")}`;
  });
  const more = unread.length - lines.length;
  return lines.join("") + (more > 0 ? `\n… and ${more} more files.` : "");
}

/** Throws `Stop` (input) where no file was recognised; the message says of each why. */
export function refuseUnrecognised({
  files,
  findings,
}: Pick<Extracts, "files" | "findings">): void {
  if (!files.some(({ recognisedAs }) => recognisedAs !== null))
    throw new Stop(
      "input",
      `None of the ${files.length} files was recognised. SEN2 returns are read as XML, COLLECT CSV export or Excel template.${unreadFiles({ files, findings })}`,
    );
}
