import type { Sample } from "../../../prep/sample/make-sample";
import { csvLine } from "../../../prep/sample/write/csv-line";
import { encodeText } from "../../../prep/sample/write/encode-text";

/**
 * UPNs of the people who have opted out: the first five whose UPN the authority knew by the last
 * census day.
 */
export function optOuts({ history }: Sample): Iterable<Uint8Array> {
  const { reference } = history.returns[history.returns.length - 1];
  const upns: string[] = [];
  for (const { person } of history.lives()) {
    if (person.upnKnown !== null && person.upnKnown <= reference) upns.push(person.upn);
    if (upns.length === 5) break;
  }
  return encodeText([csvLine(["upn"]), ...upns.map((upn) => csvLine([upn]))]);
}
