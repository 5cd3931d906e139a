import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { censusFiles, samplePupils } from "../../prep/sample/census/census-files";
import type { Enrolment, Pupil } from "../../prep/sample/census/pupil";
import { makeSample } from "../../prep/sample/make-sample";
import type { School } from "../../prep/sample/schools";

/** Schools of the sample, times this, are the schools of a county: about four hundred. */
const TIMES = 18;
const SEED = 7;
export const FORMS = ["xml", "collect-csv"] as const;

/**
 * Spreads the pupils over as many schools as a county has: the sample's own, each several times
 * over.
 */
function spreadOver(pupils: readonly Pupil[], times: number): Pupil[] {
  const copies = Array.from({ length: times }, () => new Map<School, School>());
  const copyOf = (school: School, n: number): School => {
    const known = copies[n].get(school);
    if (known) return known;
    const copy = {
      ...school,
      estab: String(Number(school.estab) + 100 * n),
      urn: String(Number(school.urn) - 1000 * n),
    };
    copies[n].set(school, copy);
    return copy;
  };
  return pupils.map((pupil, p): Pupil => {
    const stays = new Map<Enrolment, Enrolment>();
    const stayOf = (stay: Enrolment): Enrolment => {
      if (!stays.has(stay)) stays.set(stay, { ...stay, school: copyOf(stay.school, p % times) });
      return stays.get(stay)!;
    };
    const told = pupil.told.map((one) => ({
      ...one,
      onRoll: one.onRoll.map(stayOf),
      left: one.left.map(stayOf),
      attended: one.attended.map((attended) => ({
        ...attended,
        enrolment: stayOf(attended.enrolment),
      })),
      events: one.events.map((event) => ({ ...event, enrolment: stayOf(event.enrolment) })),
    }));
    return { ...pupil, told };
  });
}

/**
 * Writes the three censuses of 2025 of so many invented pupils into `folder`, below `xml` one file
 * a school and below `collect-csv` one a table.
 */
function writeCensuses(folder: string, count: number): void {
  const pupils = spreadOver(
    samplePupils(makeSample({ people: 10, years: 1, seed: SEED }), SEED, count),
    TIMES,
  );
  for (const form of FORMS)
    for (const { name, chunks } of censusFiles(pupils, [form])) {
      if (name.startsWith("census/2026")) continue;
      const path = join(folder, form, name);
      mkdirSync(dirname(path), { recursive: true });
      const file = openSync(path, "w");
      for (const chunk of chunks) writeSync(file, chunk);
      closeSync(file);
    }
}

// Run in a process of its own, so that what the making needs is in nobody's peak memory.
if (process.argv[1] === fileURLToPath(import.meta.url))
  writeCensuses(process.argv[2], Number(process.argv[3]));
