import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeCapabilities } from "./capabilities.mjs";
import { root } from "./ensure.mjs";

/** What the repository of the visual alone has from this one, as it stands. */
const COPIED = [
  "LICENSE",
  "CHANGELOG.md",
  "SECURITY.md",
  "assets/icon.png",
  "capabilities.json",
  "pbiviz.json",
  "scripts/hoist.mjs",
  "src",
  "stringResources",
  "style",
  "tsconfig.json",
];

/** Packages that the visual alone is built, checked and typed with. */
const PACKAGES = [
  "@types/d3-array",
  "d3-array",
  "eslint",
  "eslint-plugin-powerbi-visuals",
  "powerbi-visuals-api",
  "powerbi-visuals-tools",
  "typescript",
  "typescript-eslint",
];

const ESLINT = `import powerbi from "eslint-plugin-powerbi-visuals";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", ".tmp/"] },
  ...tseslint.configs.recommended,
  { ...powerbi.configs.recommended, files: ["src/**/*.ts"] },
  { rules: { "no-console": "error", "@typescript-eslint/no-explicit-any": "error" } },
);
`;

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** The package.json of the visual alone: the versions that this repository pins. */
function packageOf({ version, license, author, devDependencies }) {
  return {
    name: "send-scorecard-visual",
    version,
    private: true,
    description: "The SEND Scorecard visual for Power BI.",
    license,
    author,
    type: "module",
    scripts: {
      package:
        "node --import ./scripts/hoist.mjs node_modules/powerbi-visuals-tools/bin/pbiviz.js package",
      eslint: "eslint .",
    },
    devDependencies: Object.fromEntries(PACKAGES.map((name) => [name, devDependencies[name]])),
  };
}

/**
 * Writes the repository that certification reviews, one visual and nothing else, into a new or empty
 * folder. Throws where there is something in it.
 */
export async function writeVisualRepository(folder) {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty. Name a new folder.`);
  await writeCapabilities();
  mkdirSync(folder, { recursive: true });
  for (const path of COPIED) cpSync(join(root, path), join(folder, path), { recursive: true });
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), json(packageOf(own)));
  writeFileSync(join(folder, "eslint.config.mjs"), ESLINT);
  writeFileSync(join(folder, ".gitignore"), "node_modules/\ndist/\n.tmp/\nwebpack.statistics.*\n");
  cpSync(join(root, "src/README.md"), join(folder, "README.md"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error("Name a new folder: npm run certification -- ../send-scorecard-visual");
    process.exitCode = 2;
  } else {
    try {
      await writeVisualRepository(resolve(folder));
      console.log(`Wrote the repository of the visual alone into ${resolve(folder)}.`);
      console.log(
        "There: npm install, npm run eslint, npm run package, npm audit; then commit as the branch certification.",
      );
    } catch (error) {
      console.error(error.message);
      process.exitCode = 1;
    }
  }
}
