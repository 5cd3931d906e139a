import { listFindings, together } from "./check/run";
import type { Collection } from "./collections/collection";
import { collections as allCollections } from "./collections/index";
import { ratedBy } from "./compare/scorecard";
import { fileFinding } from "./extracts/file-rules";
import type { Pipeline } from "./pipeline-contract";
import { unlimited, type Limited } from "./indicators/limited";
import { namedSchools } from "./places/named-schools";
import { answerFoi } from "./stages/answer-foi";
import { areaToBuild } from "./stages/area-to-build";
import { casesOf } from "./stages/cases-of";
import { compareFigures } from "./stages/compare-figures";
import { countOwnIndicators } from "./stages/count-own-indicators";
import { knowledgeOf, type Knowledge } from "./stages/knowledge";
import type { Built } from "./stages/loaded";
import { makeStar } from "./stages/make-star";
import { putTogether } from "./stages/put-together";
import { readAndCheck } from "./stages/read-and-check";
import { smallAreas } from "./stages/small-areas";
import { keyBoard } from "./stages/source-rows";
import { unreadNames } from "./stages/unread-relatives";
import type { KpiValueRow } from "./star/kpi-value-row";
import { SCHEMA_VERSION } from "./star/schema-version";
import { stopwatch } from "./stopwatch";

/** The figures that the collections count. */
const figuresOf = (built: readonly Built[]): KpiValueRow[] =>
  built.flatMap(({ collection, model, context }) => collection.figures(model, context));

/** Reads extracts, checks them, protects the people, builds the star, counts, rates, compares. */
function buildOf(
  collections: readonly Collection[],
  knowledge: Knowledge,
  limited: Limited,
): Pipeline["build"] {
  return async (inputs, settings, hash, progress) => {
    const clock = stopwatch();
    const how = { progress, onPeople: () => void hash("") };
    const read = await readAndCheck(inputs, knowledge, settings, how);
    const { extracts, chosen, boards, found } = read;
    clock.lap("read");
    const { sources } = extracts;
    const area = areaToBuild(collections, chosen, extracts, settings);
    const { keyed, linked, dimensions, built } = putTogether({
      unread: unreadNames(extracts),
      chosen,
      sources,
      settings,
      authority: area.authority,
      hash,
      progress,
      clock,
    });
    const own = countOwnIndicators(sources.ownIndicators, dimensions, built, limited);
    const counted = [...figuresOf(built), ...own.figures];
    clock.lap("count");
    progress("Comparing", 0, null);
    const shared = {
      ...area,
      kept: keyBoard(keyed, sources, boards),
      boards,
      known: [...knowledge.indicators, ...sources.ownIndicators],
      ...ratedBy(settings, boards),
    };
    const { coverage: limits, neighbourModel: version } = settings;
    const compared = compareFigures({ ...shared, counted, sources, version, built, limits });
    clock.lap("compare");
    const all = together([
      found,
      listFindings(
        [
          ...linked.findings,
          ...built.flatMap(({ collection, model }) => collection.findings?.(model) ?? []),
          ...own.findings,
          ...compared.clashes,
          ...compared.withoutFigures.map((file) => fileFinding("F12", file)),
        ],
        knowledge.rules,
      ),
    ]);
    const schools = all.bySchool.flatMap(({ school }) => school ?? []);
    const newest = keyed.rows.map(({ source }) => source.newest);
    const star = makeStar({
      ...shared,
      dimensions,
      facts: built.flatMap(({ tables }) => tables),
      smallAreas: smallAreas(linked.people, sources.localities),
      sources: keyed,
      rowMeasures: knowledge.rowMeasures,
      compared,
    });
    const hasPeople = dimensions.length > 0;
    return {
      ...all,
      ...compared,
      files: extracts.files,
      schools: namedSchools(schools, sources.register),
      dataDate: newest.length === 0 ? null : Math.max(...newest),
      rules: knowledge.rules,
      knowledge,
      linkage: hasPeople ? linked.linkage : [],
      rows: [...chosen.rows, ...(hasPeople ? linked.rows : [])],
      checkLists: built.flatMap(({ collection, model }) => collection.quality?.(model) ?? []),
      star,
      schemaVersion: SCHEMA_VERSION,
      timings: clock.timings,
    };
  };
}

/**
 * The pipeline of some collections. `limited` runs the expressions of a council's own indicators; a
 * caller that can stop one that does not end gives its own.
 */
export function makePipeline(
  collections: readonly Collection[],
  limited: Limited = unlimited,
): Pipeline {
  const knowledge = knowledgeOf(collections);
  const build = buildOf(collections, knowledge, limited);
  const check: Pipeline["check"] = async (inputs, settings, progress) => {
    const read = await readAndCheck(inputs, knowledge, settings, { progress });
    return { ...read.found, files: read.extracts.files, rows: read.chosen.rows };
  };

  /** Reads and checks the extracts and links their people, for lists and packs. */
  const readCases = async (...[inputs, settings, progress]: Parameters<Pipeline["check"]>) => {
    const read = await readAndCheck(inputs, knowledge, settings, { progress, casesOnly: true });
    const { extracts, chosen, found } = read;
    progress("Linking people", 0, null);
    const cases = casesOf(collections, extracts.sources, chosen, {
      unread: unreadNames(extracts),
      settings,
      progress,
    });
    return {
      result: { ...found, files: extracts.files, rows: [...chosen.rows, ...cases.rows] },
      cases,
    };
  };

  return {
    build,
    check,
    async list(inputs, settings, { list, options }, progress) {
      const { cases, result } = await readCases(inputs, settings, progress);
      progress("Making the list", 0, null);
      return { ...result, made: await cases.list(list, options) };
    },
    foi: answerFoi(build, readCases),
  };
}

/** The pipeline of all collections. */
export const pipeline: Pipeline = makePipeline(allCollections);
