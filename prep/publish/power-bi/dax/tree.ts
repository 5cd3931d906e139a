import { daxTokens, type Token } from "./tokens";

/** A call, a bracket or a set with its arguments, each a list of parts. */
export interface DaxGroup {
  readonly kind: "call" | "bracketed" | "set";
  /** Of a call the function, in capitals; else empty. */
  readonly name: string;
  readonly args: readonly (readonly DaxPart[])[];
}
export type DaxPart = Token | DaxGroup;

export const isGroup = (part: DaxPart): part is DaxGroup => "args" in part;

/** A DAX expression as calls and brackets with their arguments. */
export function daxTree(dax: string): DaxPart[] {
  const tokens = [...daxTokens(dax)];
  let at = 0;
  const list = (): DaxPart[][] => {
    const args: DaxPart[][] = [[]];
    while (at < tokens.length && tokens[at].kind !== "close") {
      const token = tokens[at++];
      const last = args[args.length - 1];
      if (token.kind === "comma") args.push([]);
      else if (token.kind === "call" && tokens[at]?.kind === "open") {
        at++;
        last.push({ kind: "call", name: token.name.toUpperCase(), args: list() });
        at++;
      } else if (token.kind === "open") {
        last.push({ kind: token.name === "{" ? "set" : "bracketed", name: "", args: list() });
        at++;
      } else last.push(token);
    }
    return args.length === 1 && args[0].length === 0 ? [] : args;
  };
  const parts: DaxPart[] = [];
  while (at < tokens.length) {
    const found = list();
    parts.push(...(found.length === 1 ? found[0] : found.flat()));
    at++;
  }
  return parts;
}

/** Every list of parts of a tree: the whole and each argument, however deep. */
export function* daxLists(parts: readonly DaxPart[]): Generator<readonly DaxPart[]> {
  yield parts;
  for (const part of parts) if (isGroup(part)) for (const arg of part.args) yield* daxLists(arg);
}

/** Every call of a tree. */
export function* daxCalls(parts: readonly DaxPart[]): Generator<DaxGroup> {
  for (const list of daxLists(parts))
    for (const part of list) if (isGroup(part) && part.kind === "call") yield part;
}
