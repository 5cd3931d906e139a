import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { programFile, runProgram } from "../pipeline/command-line";

const MEGABYTE = 1 << 20;

/** Writes a CSV file of some megabytes whose rows nobody knows. */
export function writeStrangeCsv(path: string, megabytes: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const line = (i: number): string =>
    `${i},row ${i} of a log,${(i * 7919) % 100_003},some words of no table ${i % 997}\n`;
  let block = "";
  for (let i = 0; block.length < MEGABYTE; i++) block += line(i);
  const file = openSync(path, "w");
  writeSync(file, "entry,what,amount,words\n");
  for (let i = 0; i < megabytes; i++) writeSync(file, block);
  closeSync(file);
}

/** Tells the most memory that a run of the program took, in megabytes, behind what it says. */
const TELL =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('most memory: '+process.resourceUsage().maxRSS))";

export interface MeasuredRun {
  readonly status: number | null;
  readonly said: string;
  /** Megabytes, the program and Node.js itself among them. */
  readonly memory: number;
}

/** Runs the bundled program in a folder and measures its memory. */
export function runMeasured(folder: string, args: readonly string[]): MeasuredRun {
  const { status, stdout, stderr } = runProgram(folder, args, {
    NODE_OPTIONS: `--import ${JSON.stringify(TELL)}`,
  });
  const told = /most memory: (\d+)/.exec(stderr);
  if (told === null) throw new Error(`${programFile} did not tell its memory: ${stderr}`);
  return { status, said: stdout + stderr, memory: Number(told[1]) / 1024 };
}
