#!/usr/bin/env node
import { isMainThread } from "node:worker_threads";
import { caseLists, collections } from "../collections/index";
import { makePipeline } from "../pipeline";
import { allFiles } from "../sample/all-files";
import { boardCommand } from "./commands/board";
import { buildCommand } from "./commands/build";
import { checkCommand } from "./commands/check";
import { checkAnnexACommand } from "./commands/check-annex-a";
import { foiCommand } from "./commands/foi";
import { initCommand } from "./commands/init";
import { keyCommand } from "./commands/key";
import { listsCommand } from "./commands/lists";
import { powerBiCommand } from "./commands/power-bi";
import { publishedCommand } from "./commands/published";
import { releaseCommand } from "./commands/release";
import { sen2Command } from "./commands/sen2";
import { sampleCommand } from "./commands/sample";
import { sqlCommand } from "./commands/sql";
import { limitExpressions } from "./limit-expressions";
import { run } from "./program";
import { helpWithAreas } from "./threads/help-with-areas";
import { areaThreads } from "./threads/area-threads";

/** This file is what a helping thread runs too. */
const pipeline = makePipeline(
  collections,
  limitExpressions(),
  areaThreads(new URL(import.meta.url)),
);

const runCommands = (): Promise<number> =>
  run(process.argv.slice(2), [
    buildCommand(pipeline),
    checkCommand(pipeline),
    listsCommand(pipeline, caseLists),
    checkAnnexACommand,
    foiCommand(pipeline),
    releaseCommand,
    powerBiCommand,
    publishedCommand,
    keyCommand(pipeline),
    sampleCommand(allFiles),
    sqlCommand,
    initCommand(pipeline),
    boardCommand(pipeline),
    sen2Command(pipeline),
  ]);

if (isMainThread) process.exitCode = await runCommands();
else await helpWithAreas(pipeline);
