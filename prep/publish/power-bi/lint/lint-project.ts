import type { PrivateVisual } from "../private-visual";
import type { Project } from "../project";
import { bestPractice } from "./best-practice";
import { modelRules } from "./model-rules";
import type { Found } from "./model-rules";
import { reportParts } from "./report-parts";
import { reportRules } from "./report-rules";

/** Something wrong with a generated project. */
interface Fault {
  readonly rule: string;
  /** The object or the file. */
  readonly where: string;
  readonly message: string;
}

/**
 * What is wrong with a generated project, by our own rules: all that Microsoft's validators let
 * pass. `visual` is the embedded one.
 */
export function lintProject(
  { name, model, files }: Project,
  visual: PrivateVisual | null,
): Fault[] {
  const report = reportParts(files, `${name}.Report`, model, visual);
  const fault =
    (rule: string) =>
    ([where, message]: Found): Fault => ({ rule, where, message });
  return [
    ...[...modelRules, ...bestPractice].flatMap(({ id, check }) => check(model).map(fault(id))),
    ...reportRules.flatMap(({ id, check }) => check(report).map(fault(id))),
  ];
}
