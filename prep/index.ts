/**
 * The data-prep package as a library: read, check, protect, build, publish. Runs in Node and in
 * browsers.
 *
 *     const pipeline = makePipeline([...collections, nurseryCensus]);
 *     const settings = parseSettings('{ "authority": "999" }', "the program");
 *     const { star } = await pipeline.build(inputs, settings, hash, () => undefined);
 *     for (const [name, { declaration, frame }] of star)
 *       write(`${name}.csv`, Buffer.concat([...csvChunks(declaration, frame)]));
 *
 * `inputs` are files with their bytes in chunks, `hash` is keyed and makes the pseudonyms, and a
 * collection of one's own (`nurseryCensus`) is an object of the type `Collection`. What the checks
 * look for is in the `rules` of each collection. docs/as-a-library.md has a whole program.
 */
export { makePipeline, pipeline } from "./pipeline";
export { SCHEMA_VERSION } from "./star/schema-version";
export type { Collection } from "./collections/collection";
export { caseLists, collections, type AllSettings } from "./collections/index";
export type { Pipeline } from "./pipeline-contract";
export type { InputFile, RecognisedFile } from "./input-file";
export { NothingToBuild } from "./nothing-to-build";
export type { Progress } from "./progress";
export type { BuildResult, CheckResult } from "./results";
export type { Settings } from "./settings";
export { parseSettings } from "./settings-file/parse";
export { Stop } from "./stop";
export type { CaseList, CaseListOptions, CaseListResult } from "./lists/case-list";
export type { FoiMaker, FoiPack, FoiRequest } from "./publish/foi/foi-pack";
export type { Finding, RowCount } from "./check/finding";
export type { RuleText } from "./check/rule";
export type { KeyedHash } from "./protect/pseudonym";
export type { StarColumn, StarTable, StarType } from "./star/declaration";
export { columnOf, type Star, type StarData } from "./star/frame";
export { csvChunks } from "./publish/csv";
export { loadParquetEngine, parquetBytes } from "./publish/parquet";
export { findingsCsv, rowsCsv, worklistCsv } from "./publish/findings";
export { makeSample, type SampleOptions } from "./sample/make-sample";
export { sampleFiles } from "./sample/sample-files";
