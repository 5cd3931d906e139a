/** Texts of a project by path; a path below the definition folder of the model may be short. */
export type Texts = Map<string, string | Uint8Array>;

/** A fault that somebody makes in the text of a project, and the rule that has to find it. */
export interface WrittenFault {
  readonly what: string;
  readonly rule: string;
  readonly make: (files: Texts) => void;
}

const MODEL = "SEND.SemanticModel/definition/";
export const REPORT = "SEND.Report/";

/** Writes something else for what stands in the first text that a path names; it has to be there. */
export const text =
  (path: RegExp, from: string | RegExp, to: string) =>
  (files: Texts): void => {
    const [name, content] = [...files].find(([one]) => path.test(one)) ?? [];
    if (name === undefined || typeof content !== "string")
      throw new Error(`no text at ${String(path)}`);
    const changed = content.replace(from, to);
    if (changed === content) throw new Error(`${String(from)} does not stand in ${name}`);
    files.set(name, changed);
  };

/** The same of a file of the model. */
export const model = (file: string, from: string | RegExp, to: string) =>
  text(new RegExp(`^${MODEL}${file}\\.tmdl$`), from, to);

export type Json = Record<string, unknown>;

/** Changes the first JSON file of the report whose text and path fit. */
export const report =
  (path: RegExp, has: string, change: (content: Json) => void) =>
  (files: Texts): void => {
    const found = [...files].find(
      ([name, text]) =>
        name.startsWith(REPORT) &&
        path.test(name) &&
        typeof text === "string" &&
        text.includes(has),
    );
    if (!found) throw new Error(`no file ${String(path)} with ${has}`);
    const content = JSON.parse(found[1] as string) as Json;
    change(content);
    files.set(found[0], JSON.stringify(content, null, 2));
  };
export const visual = (has: string, change: (content: Json) => void) =>
  report(/visual\.json$/, has, change);
export const inner = (content: Json, ...path: string[]): Json =>
  path.reduce((at, key) => at[key] as Json, content);

export const MEASURES = "tables/Key measures";
/** Puts DAX in the place of that of a short measure. */
export const dax = (text: string) =>
  model(
    MEASURES,
    /(\tmeasure 'Past due' =\n)[\s\S]*?(\n\t\tdisplayFolder)/,
    `$1${text
      .split("\n")
      .map((line) => `\t\t\t${line}`)
      .join("\n")}$2`,
  );

export const fault = (rule: string, what: string, make: WrittenFault["make"]): WrittenFault => ({
  rule,
  what,
  make,
});
