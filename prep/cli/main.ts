#!/usr/bin/env node
import { pipeline } from "../pipeline";
import { caseLists } from "../lists/case-lists";
import { allFiles } from "../sample/all-files";
import { buildCommand } from "./commands/build";
import { checkCommand } from "./commands/check";
import { checkAnnexACommand } from "./commands/check-annex-a";
import { foiCommand } from "./commands/foi";
import { initCommand } from "./commands/init";
import { listsCommand } from "./commands/lists";
import { sampleCommand } from "./commands/sample";
import { run } from "./program";

process.exitCode = await run(process.argv.slice(2), [
  buildCommand(pipeline),
  checkCommand(pipeline),
  listsCommand(pipeline, caseLists),
  checkAnnexACommand,
  foiCommand(pipeline),
  sampleCommand(allFiles),
  initCommand,
]);
