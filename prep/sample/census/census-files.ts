import { SAMPLESHIRE } from "../councils";
import type { Sample } from "../make-sample";
import type { SampleFile } from "../write/sample-file";
import { CENSUSES } from "./censuses";
import { makePupils } from "./make-pupil";
import type { Pupil } from "./pupil";
import { writeCensusCollect } from "./write-collect";
import { writeCensusXml } from "./write-xml";

type CensusForm = "xml" | "collect-csv";

/** The pupils of a sample's council: children of its lives, and so many others. */
export const samplePupils = (
  { history }: Sample,
  seed: number,
  others: number,
  council = SAMPLESHIRE,
): Pupil[] => [...makePupils(seed, history, others, council)];

/** The census files of some pupils, a folder a census, by turns in the forms given. */
export const censusFiles = (
  pupils: readonly Pupil[],
  forms: readonly CensusForm[] = ["xml", "collect-csv"],
): SampleFile[] =>
  CENSUSES.flatMap((census, c) => {
    const files =
      forms[c % forms.length] === "xml"
        ? writeCensusXml(pupils, census, c)
        : writeCensusCollect(pupils, census, c);
    return files.map(({ name, chunks }) => ({
      name: `census/${census.year}-${census.term.toLowerCase()}/${name}`,
      chunks,
    }));
  });
