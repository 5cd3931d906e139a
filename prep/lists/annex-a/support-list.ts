import { senProvision } from "../../collections/school-census/fields/code-sets";
import type { CensusModel } from "../../collections/school-census/model/model";
import { needAnswer } from "./answers";
import { cellsOf, subsidiaryPhase, type Children } from "./children";
import type { AnnexList, AnnexRow } from "./row";
import { latestNeeds } from "./schooling";

const SEN_SUPPORT = senProvision.values.indexOf("sen_support");

/** List 2: pupils on SEN support (provision K) in the latest loaded census, each once, at the school that counts them, in the order of their keys. */
export function supportList(model: CensusModel, children: Children): AnnexList {
  const latest = model.censuses.length - 1;
  if (latest < 0) return { list: 2, rows: [], sources: [], persons: [] };
  const { referenceDate, tables } = model.censuses[latest];
  const { pupilonroll } = tables;
  const persons = model.personOf[latest].onroll;
  const { onRoll, sen } = model.pupils[latest];
  const needs = latestNeeds(model);
  const counted = Array.from(persons.keys())
    .filter((row) => onRoll[row] === 1 && sen[row] === SEN_SUPPORT)
    .sort((a, b) => persons[a] - persons[b]);
  const sources = counted.map((row) => ({
    file: pupilonroll.file(row),
    record: pupilonroll.record(row),
  }));
  const rows = counted.map((row, n): AnnexRow => {
    const person = persons[row];
    const setting = model.schools[latest][pupilonroll.parent[row]];
    return {
      ...cellsOf(person, children, sources[n]),
      initialPlan: null,
      updatedPlan: null,
      lastReview: null,
      need: needAnswer(needs.get(person) ?? null),
      urn: children.establishments.urn(setting, referenceDate),
      phase: children.establishments.phase(setting, referenceDate),
      subsidiaryPhase: subsidiaryPhase(person, setting, referenceDate, children),
      homeEducation: null,
    };
  });
  return { list: 2, rows, sources, persons: counted.map((row) => persons[row]) };
}
