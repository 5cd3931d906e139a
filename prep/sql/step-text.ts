import type { SqlStep } from "./step";

const WIDTH = 100;

/** Words as lines of comment; a blank line between them begins a new one. */
export function comment(words: string, mark = "--"): string {
  return words
    .split("\n\n")
    .flatMap((paragraph) => {
      const lines: string[] = [];
      let line = mark;
      for (const word of paragraph.split(/\s+/)) {
        if (line.length + word.length + 1 > WIDTH && line !== mark) {
          lines.push(line);
          line = mark;
        }
        line += ` ${word}`;
      }
      return [...lines, line];
    })
    .join("\n");
}

/** A step with its rule. */
export const stepText = ({ name, makes, rule, query }: SqlStep): string =>
  `${comment(rule)}\nCREATE ${makes === "table" ? "TABLE" : "VIEW"} ${name} AS\n${query}`;

/** The file of a step: its place in the job and the name of what it makes. */
export const stepFile = ({ name }: SqlStep, place: number): string =>
  `steps/${String(place + 1).padStart(2, "0")}_${name}.sql`;
