import { spawnSync } from "node:child_process";
import { ownPython } from "./own-python.mjs";

/** Spark as it stands in the Python package index; it runs on Java 17 or 21. */
const PACKAGES = ["pyspark==4.0.1"];

/** The Python that runs Spark; null where there is none, with the reason. */
export function sparkPython() {
  const { status, stderr } = spawnSync("java", ["-version"], { encoding: "utf8" });
  const version = Number(/version "(\d+)/.exec(stderr ?? "")?.[1] ?? 0);
  if (status !== 0 || version < 17) return { python: null, why: "there is no Java 17 or later" };
  return ownPython("spark", "Spark", PACKAGES);
}
