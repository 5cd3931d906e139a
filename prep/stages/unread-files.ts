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
