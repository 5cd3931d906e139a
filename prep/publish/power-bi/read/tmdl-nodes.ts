/** An object or a property of a TMDL file. */
export interface TmdlNode {
  /** First word: `table`, `column`, `lineageTag`, `isHidden`. */
  readonly kind: string;
  /** Name of an object, without quotes; null for a property. */
  readonly name: string | null;
  /** What stands after `:` or `=`, blocks without their indentation; null where nothing does. */
  readonly value: string | null;
  readonly description: string;
  /** From 1. */
  readonly line: number;
  readonly children: readonly TmdlNode[];
}

/** Something in a TMDL file that cannot be read. */
interface TmdlFault {
  readonly line: number;
  readonly message: string;
}

export interface TmdlFile {
  readonly nodes: readonly TmdlNode[];
  readonly faults: readonly TmdlFault[];
}

const NAME = String.raw`'(?:[^']|'')*'|[^\s=:']+`;
const REFERENCE = new RegExp(`^ref\\s+(\\w+)\\s+(${NAME})$`);
const PROPERTY = /^(\w+):\s?(.*)$/;
const OBJECT = new RegExp(`^(\\w+)(?:\\s+(${NAME}))?(?:\\s*(=)\\s*(.*))?$`);

const unquoted = (name: string): string =>
  name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;

const depthOf = (line: string): number => /^\t*/.exec(line)![0].length;
const isBlank = (line: string): boolean => line.trim() === "";

interface Open {
  readonly depth: number;
  readonly children: TmdlNode[];
}

/**
 * The lines of an expression below line `at`, from `depth` tabs on, or between fences, and the line
 * after them.
 */
function block(
  lines: readonly string[],
  at: number,
  { depth, fenced }: { readonly depth: number; readonly fenced: boolean },
): { text: string; next: number } {
  const end = (line: string): boolean =>
    fenced ? line.trim() === "```" : !isBlank(line) && depthOf(line) < depth;
  let next = at;
  while (next < lines.length && !end(lines[next])) next++;
  const body = lines.slice(at, next);
  while (body.length > 0 && isBlank(body[body.length - 1])) body.pop();
  const least = Math.min(...body.filter((line) => !isBlank(line)).map(depthOf));
  return { text: body.map((line) => line.slice(least)).join("\n"), next: fenced ? next + 1 : next };
}

type Head = Pick<TmdlNode, "kind" | "name" | "value"> & { readonly hasExpression: boolean };

function headOf(text: string): Head | null {
  const reference = REFERENCE.exec(text);
  if (reference)
    return {
      kind: "ref",
      name: unquoted(reference[2]),
      value: reference[1],
      hasExpression: false,
    };
  const property = PROPERTY.exec(text);
  if (property) return { kind: property[1], name: null, value: property[2], hasExpression: false };
  const object = OBJECT.exec(text);
  if (!object) return null;
  const [, kind, name, equals, value] = object;
  return {
    kind,
    name: name === undefined ? null : unquoted(name),
    value: equals === undefined ? null : value,
    hasExpression: equals !== undefined && /^(?:```)?$/.test(value),
  };
}

/**
 * The objects and properties of a TMDL file, by its indentation. Line ends of any system and a byte
 * order mark are taken. A line that is none is a fault, and the lines below it are read on.
 */
export function tmdlNodes(text: string): TmdlFile {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const nodes: TmdlNode[] = [];
  const faults: TmdlFault[] = [];
  const open: Open[] = [{ depth: -1, children: nodes }];
  let description: string[] = [];
  for (let at = 0; at < lines.length;) {
    const [line, depth] = [at + 1, depthOf(lines[at])];
    const content = lines[at++].slice(depth).trimEnd();
    const fault = (message: string): number => faults.push({ line, message });
    if (content === "") continue;
    if (content.startsWith("///")) {
      description.push(content.slice(3).trim());
      continue;
    }
    const head = headOf(content);
    if (content.startsWith("//") || head === null) {
      fault("the line is neither an object nor a property (TMDL has no comments but ///)");
      continue;
    }
    while (open[open.length - 1].depth >= depth) open.pop();
    const above = open[open.length - 1];
    if (depth > above.depth + 1) fault("the line is indented too far");
    let { value } = head;
    if (head.hasExpression) {
      const fenced = value === "```";
      // Of an object the expression stands below its properties' depth; of a property, below itself.
      const from = head.name === null && head.kind !== "formatStringDefinition" ? 1 : 2;
      const found = block(lines, at, { depth: depth + from, fenced });
      [value, at] = [found.text, found.next];
    }
    const children: TmdlNode[] = [];
    above.children.push({
      kind: head.kind,
      name: head.name,
      value,
      description: description.join(" "),
      line,
      children,
    });
    description = [];
    open.push({ depth, children });
  }
  return { nodes, faults };
}
