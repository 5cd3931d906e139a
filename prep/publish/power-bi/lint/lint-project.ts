import type { PrivateVisual } from "../private-visual";
import { PROJECT } from "../project";
import type { Project } from "../project";
import { bestPractice } from "./best-practice";
import type { Fault } from "./fault";
import { faultsOf, modelRules } from "./model-rules";
import { reportFaults } from "./report-rules";

/** What is wrong with a generated project, by our own rules: all that Microsoft's validators let pass. `visual` is the embedded one. */
export const lintProject = ({ model, files }: Project, visual: PrivateVisual | null): Fault[] => [...faultsOf([...modelRules, ...bestPractice], model), ...reportFaults(files, `${PROJECT}.Report`, model, visual)];
