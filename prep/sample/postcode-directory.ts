import { SAMPLESHIRE, type SampleCouncil } from "./councils";
import { POSTCODES_PER_PLACE, postcodeOf } from "./places";
import { csvLine } from "./write/csv-line";
import { encodeText, inChunks } from "./write/encode-text";

/**
 * A directory of the invented postcodes with the columns of the national one (ONSPD) that matter,
 * and the ward names beside them.
 */
export function samplePostcodes(
  councils: readonly SampleCouncil[] = [SAMPLESHIRE],
): Iterable<Uint8Array> {
  function* lines(): Generator<string> {
    yield csvLine([
      "pcd",
      "pcds",
      "doterm",
      "oslaua",
      "osward",
      "lsoa11",
      "msoa11",
      "lsoa21",
      "msoa21",
      "rgn",
      "ctry",
      "ward_name",
    ]);
    for (const { place, onsCode } of councils.flatMap(({ places, onsCode }) =>
      places.map((place) => ({ place, onsCode })),
    ))
      for (let n = 0; n < POSTCODES_PER_PLACE; n++) {
        const postcode = postcodeOf(place, n);
        yield csvLine([
          `${place.outward.padEnd(4)}${postcode.slice(-3)}`,
          postcode,
          "",
          onsCode,
          place.ward,
          place.lsoa,
          place.msoa,
          place.lsoa,
          place.msoa,
          "E12000008",
          "E92000001",
          place.wardName,
        ]);
      }
  }
  return encodeText(inChunks(lines()));
}
