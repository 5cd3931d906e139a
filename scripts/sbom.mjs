import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureInstalled, root } from "./ensure.mjs";

/** Licences that let anybody use, change and pass on, with no duty but to name the authors. */
const PERMISSIVE = new Set([
  "MIT",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "Zlib",
  "PSF-2.0",
]);

/** Packages under other licences: used to build and test, in nothing that is given away. */
const TOOLS = { argparse: "Python-2.0", "axe-core": "MPL-2.0", "caniuse-lite": "CC-BY-4.0" };

const readJson = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/**
 * True where a licence expression leaves a choice that is permissive, and asks for nothing that is
 * not.
 */
export const isPermissive = (expression) =>
  expression
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((id) => PERMISSIVE.has(id.trim())));

const licenceOf = ({ licenses = [] }) =>
  licenses.map(({ license, expression }) => expression ?? license.id ?? license.name).join(" AND ");
const USE = "send-scorecard:use";
const useOf = ({ properties = [] }) => properties.find(({ name }) => name === USE)?.value;
const idOf = ({ name, version }) => `${name}@${version}`;

/** The packages of a lock file: name and version, and whether they are there for building only. */
const packagesOf = (lock) =>
  Object.entries(lock.packages).flatMap(([path, one]) =>
    path === ""
      ? []
      : [
          {
            id: `${path.slice(path.lastIndexOf("node_modules/") + 13)}@${one.version}`,
            tool: Boolean(one.dev || one.devOptional),
          },
        ],
  );

/** What npm's own command says of the lock file. */
function fromNpm() {
  const npm = process.env.npm_execpath;
  const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
  const options = { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 };
  const { status, stdout, stderr } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync(process.platform === "win32" ? "npm.cmd" : "npm", args, {
        ...options,
        shell: process.platform === "win32",
      });
  if (status !== 0) throw new Error(`npm sbom failed; it needs npm 10 or later.\n${stderr}`);
  return JSON.parse(stdout);
}

/** The packages that the bundle of the visual has something of, by name and version. */
async function inVisual(lock) {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["src/visual.ts"],
    bundle: true,
    write: false,
    outdir: ".tmp/sbom",
    metafile: true,
    loader: { ".less": "empty" },
    logLevel: "silent",
  });
  const folders = Object.keys(metafile.inputs).flatMap(
    (path) => /node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  return new Set(
    folders.map(
      (folder) =>
        `${folder.slice(folder.lastIndexOf("node_modules/") + 13)}@${lock.packages[folder].version}`,
    ),
  );
}

/**
 * What is wrong with a bill of materials: packages of the lock file that it lacks or that the lock
 * file lacks, licences, names of hosts. Empty where it is right.
 */
export function faultsOf(bom, lock) {
  const locked = new Set(packagesOf(lock).map(({ id }) => id));
  const listed = new Set(bom.components.map(idOf));
  const hosts = new Set(JSON.stringify(bom).match(/https?:\/\/[^/"]+/g));
  hosts.delete("http://cyclonedx.org");
  return [
    ...[...locked]
      .filter((id) => !listed.has(id))
      .map((id) => `${id} is in the lock file and not in the bill of materials.`),
    ...[...listed]
      .filter((id) => !locked.has(id))
      .map((id) => `${id} is in the bill of materials and not in the lock file.`),
    ...bom.components
      .filter(
        (one) =>
          !isPermissive(licenceOf(one)) &&
          !(useOf(one) === "tool" && TOOLS[one.name] === licenceOf(one)),
      )
      .map(
        (one) =>
          `${idOf(one)} is under the licence ${licenceOf(one) || "(none named)"}, which is not one of those that we take.`,
      ),
    ...[...hosts].map((host) => `It names the host ${host}.`),
  ];
}

/**
 * The bill of materials of the lock file as CycloneDX, made by npm and without what differs from
 * one run or machine to the next: the same lock file gives
 * the same bytes. Throws with what is wrong with it.
 */
export async function billOfMaterials() {
  const [made, lock, { name, version }] = [
    fromNpm(),
    readJson("package-lock.json"),
    readJson("package.json"),
  ];
  const visual = await inVisual(lock);
  const needed = new Set(packagesOf(lock).flatMap(({ id, tool }) => (tool ? [] : [id])));
  // How it reaches users: installed beside the program, in the visual's bundle, or not at all.
  const use = (one) => (visual.has(idOf(one)) ? "visual" : needed.has(idOf(one)) ? "run" : "tool");
  delete made.serialNumber;
  delete made.metadata.timestamp;
  const components = made.components.map((one) => ({
    ...one,
    properties: [...(one.properties ?? []), { name: USE, value: use(one) }],
  }));
  const bom = {
    ...made,
    metadata: { ...made.metadata, component: { ...made.metadata.component, name, version } },
    components,
  };
  const faults = faultsOf(bom, lock);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return bom;
}

if (process.argv[1]?.endsWith("sbom.mjs")) {
  ensureInstalled();
  try {
    const bom = await billOfMaterials();
    const file = process.argv[2] ?? join(root, "dist/sbom.cdx.json");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
    const by = (use) => bom.components.filter((one) => useOf(one) === use);
    const table = (use) =>
      by(use)
        .map((one) => `  ${idOf(one).padEnd(52)} ${licenceOf(one)}`)
        .join("\n");
    console.log(
      `${file}\n\nInstalled beside the program:\n${table("run")}\n\nIn the visual:\n${table("visual")}\n\nUsed to build and test only: ${by("tool").length} packages.`,
    );
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
