import { daxTree, type DaxPart } from "../dax/tree";
import type { SemanticModel } from "../model/model";
import { expressionsOf } from "./expressions";
import type { Found, LintRule } from "./model-rules";

interface ExpressionTree {
  readonly where: string;
  readonly tree: readonly DaxPart[];
}

const treesByModel = new WeakMap<SemanticModel, readonly ExpressionTree[]>();

/** The expressions of a model as trees, which are made once for all rules. */
function treesOf(model: SemanticModel): readonly ExpressionTree[] {
  const trees =
    treesByModel.get(model) ??
    expressionsOf(model).map(({ where, dax }) => ({ where, tree: daxTree(dax) }));
  treesByModel.set(model, trees);
  return trees;
}

/** Whether an expression is a measure's, or its format's: no row is chosen where it begins. */
export const ofMeasure = (where: string): boolean => /^(?:format of )?measure /.test(where);
export const anything = (): boolean => true;

/** A rule about the expressions whose words are wanted: what it finds wrong in a tree. */
export const treeRule = (
  id: string,
  isWanted: (where: string) => boolean,
  faults: (tree: readonly DaxPart[], model: SemanticModel) => readonly string[],
): LintRule => ({
  id,
  check: (model) =>
    treesOf(model)
      .filter(({ where }) => isWanted(where))
      .flatMap(({ where, tree }) =>
        [...new Set(faults(tree, model))].map((message): Found => [where, message]),
      ),
});

export const isWord = (part: DaxPart | undefined, word: string): boolean =>
  part !== undefined && part.kind === "word" && part.name.toUpperCase() === word;
