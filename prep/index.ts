/** The data-prep package as a library: read, check, protect, build, publish. Runs in Node; what does not import node: runs in a browser too. */
export { pipeline, SCHEMA_VERSION } from "./pipeline";
export {
  NothingToBuild,
  type BuildResult,
  type CheckResult,
  type InputFile,
  type Pipeline,
  type Progress,
  type RecognisedFile,
  type Settings,
} from "./pipeline-contract";
export type { CaseList, CaseListOptions, CaseListResult } from "./lists/case-list";
export { caseLists } from "./lists/case-lists";
export type { FoiMaker, FoiPack, FoiRequest } from "./publish/foi/foi-pack";
export type { Finding, RowCount } from "./check/finding";
export type { KeyedHash } from "./protect/pseudonym";
export type { StarColumn, StarTable, StarType } from "./star/declaration";
export { columnOf, type Star, type StarData } from "./star/frame";
export { csvChunks } from "./publish/csv";
export { loadParquetEngine, parquetBytes } from "./publish/parquet";
export { findingsCsv, rowsCsv, worklistCsv } from "./publish/findings";
export { describeRules } from "./collections/sen2/sen2-rules";
export { makeSample, type SampleOptions } from "./sample/make-sample";
export { sampleFiles } from "./sample/sample-files";
