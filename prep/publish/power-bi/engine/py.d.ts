/**
 * A program in Python as text: esbuild's text loader bundles it, and scripts/csv-text.mjs loads it
 * where nothing is bundled.
 */
declare module "*.py" {
  const text: string;
  export default text;
}
