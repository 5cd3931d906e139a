import { randomOf } from "../random";
import type { History } from "../history";
import { csvLine } from "../write/csv-line";
import { encodeText, inChunks } from "../write/encode-text";
import { nhsNumberOf, personIdOf } from "./identifiers";

/** Streams of random numbers of the linkage table begin here. */
const STREAMS = 200_000_000;
/** Share of the children with a UPN whom the council and the health service agreed to link. */
const SHARE = 0.85;

interface Link {
  readonly person: number;
  readonly upn: string;
}

/** Children of SEN2 that the agreed table has, whether or not mental health services know them. */
function* linksOf({ lives }: History, seed: number): Generator<Link> {
  for (const { index, person } of lives())
    if (person.upnKnown !== null && randomOf(seed, STREAMS + index).chance(SHARE))
      yield { person: index, upn: person.upn };
}

/**
 * The linkage table as CSV: `Person_ID` (the national pseudonym of the extract) or `NHSNumber`, and
 * `UPN` (the council's). The last row leads to
 * nobody on either side, as real ones do.
 */
export function linkageTable(
  history: History,
  seed: number,
  by: "Person_ID" | "NHSNumber" = "Person_ID",
): Iterable<Uint8Array> {
  const numberOf = by === "Person_ID" ? personIdOf : nhsNumberOf;
  function* lines(): Generator<string> {
    yield csvLine([by, "UPN"]);
    for (const { person, upn } of linksOf(history, seed)) yield csvLine([numberOf(person), upn]);
    yield csvLine([numberOf(19_999_999), "A999999999999"]);
  }
  return encodeText(inChunks(lines()));
}
