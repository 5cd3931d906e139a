import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { npm, root } from "./ensure.mjs";

/**
 * Microsoft's object model of semantic models. Its licence is Microsoft's own, for developing and
 * testing: it is a tool of these tests, taken when they run, and no part of the project.
 */
const PACKAGE = "@microsoft/powerbi-modeling-mcp";
const VERSION = "0.5.0-beta.13";
const folder = join(root, ".tmp/object-model");
const ready = join(folder, "ready");

const windows = process.platform === "win32";
const program = join(
  folder,
  "node_modules",
  `${PACKAGE}-${process.platform}-${process.arch}`,
  "dist",
  `powerbi-modeling-mcp${windows ? ".exe" : ""}`,
);

/**
 * The program that holds the object model, taken from the npm registry below `.tmp` at the first
 * use. Null where it cannot be had, with the reason.
 */
export function objectModel() {
  if (existsSync(ready)) return { program, why: null };
  console.log("Taking Microsoft's object model (first run only)…");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  const status = npm(["install", "--no-audit", "--no-fund", "-E", `${PACKAGE}@${VERSION}`], {
    cwd: folder,
    stdio: "ignore",
  });
  if (status !== 0 || !existsSync(program))
    return { program: null, why: `npm could not install ${PACKAGE} ${VERSION} for this machine` };
  writeFileSync(ready, "");
  return { program, why: null };
}

/**
 * Loads the TMDL of a definition folder into the object model, which opens no connection for it, and
 * writes what it holds to another folder. Gives what the object model says is wrong; null where it
 * loaded.
 */
export async function throughObjectModel(definition, out) {
  const { program: command } = objectModel();
  const server = spawn(command, ["--start"], { stdio: ["pipe", "pipe", "ignore"] });
  const waiting = new Map();
  createInterface({ input: server.stdout }).on("line", (line) => {
    if (!line.startsWith("{")) return;
    const answer = JSON.parse(line);
    waiting.get(answer.id)?.(answer);
  });
  const send = (message) =>
    server.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const ask = (method, params) =>
    new Promise((done, failed) => {
      const id = waiting.size + 1;
      waiting.set(id, done);
      server.once("exit", () => failed(new Error("the object model ended")));
      send({ id, method, params });
    });
  const database = async (request) => {
    const { result, error } = await ask("tools/call", {
      name: "database_operations",
      arguments: { request },
    });
    if (error) return error.message;
    return result.isError ? result.content.map(({ text }) => text).join("\n") : null;
  };
  try {
    await ask("initialize", {
      protocolVersion: "2024-11-05",
      capabilities: {},
      clientInfo: { name: "send-scorecard", version: "0" },
    });
    send({ method: "notifications/initialized" });
    return (
      (await database({ operation: "ImportFromTmdlFolder", tmdlFolderPath: definition })) ??
      (await database({ operation: "ExportToTmdlFolder", tmdlFolderPath: out }))
    );
  } finally {
    server.stdin.end();
    server.kill();
  }
}
