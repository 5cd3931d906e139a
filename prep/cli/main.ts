#!/usr/bin/env node
import { initCommand } from "./commands/init";
import { run } from "./program";

process.exitCode = await run(process.argv.slice(2), [initCommand]);
