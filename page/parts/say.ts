import { html } from "../../src/views/element";
import { Stopped } from "./worker-calls";

/** A line that says what became of what a button did. */
export interface Said {
  readonly line: HTMLElement;
  /** Does something, with words before it; what it gives back is said after it. */
  run(before: string, work: () => Promise<string>): Promise<void>;
}

export function saidLine(): Said {
  const line = html("p", { class: "hint said", role: "status" });
  return {
    line,
    async run(before, work) {
      line.textContent = before;
      try {
        line.textContent = await work();
      } catch (error) {
        line.textContent =
          error instanceof Stopped ? error.message : "That did not work. Try again.";
      }
    },
  };
}
