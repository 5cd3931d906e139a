import { ownPython } from "./own-python.mjs";

/** The evaluator of DAX and what reads Parquet, as they stand in the Python package index. */
const PACKAGES = ["pbix-mcp==0.9.149", "pyarrow==26.0.1"];

/** The Python that evaluates DAX; null where there is none, with the reason. */
export const enginePython = () => ownPython("engine", "the DAX engine", PACKAGES);
