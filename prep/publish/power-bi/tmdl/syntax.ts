/** A name as Microsoft's object model writes it: bare where it is one word, else in quotes. */
export const tmdlName = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;

/** `Table.'A column'`. */
export const tmdlRef = ({
  table,
  column,
}: {
  readonly table: string;
  readonly column: string;
}): string => `${tmdlName(table)}.${tmdlName(column)}`;

/** Lines one tab deeper; blank lines stay blank. */
export const indented = (lines: readonly string[], depth = 1): string[] =>
  lines.map((line) => (line === "" ? "" : "\t".repeat(depth) + line));

/** The comment lines of a description, which stand right above the object. */
export const described = (description: string): string[] =>
  description === "" ? [] : [`/// ${description.replace(/\s+/g, " ").trim()}`];

/** `head = expression`: on one line where it fits, else two levels below. */
export function assigned(head: string, expression: string, depth = 2): string[] {
  const lines = expression.split("\n");
  return lines.length === 1 ? [`${head} = ${lines[0]}`] : [`${head} =`, ...indented(lines, depth)];
}

/** Blocks with a blank line between them. */
export const apart = (blocks: readonly (readonly string[])[]): string[] =>
  blocks
    .filter((block) => block.length > 0)
    .flatMap((block, i) => (i === 0 ? [...block] : ["", ...block]));

/** The text of a file: lines ending in a line feed, and the blank line that TMDL files end with. */
export const fileText = (lines: readonly string[]): string => `${lines.join("\n")}\n\n`;
