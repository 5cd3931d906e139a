import { extractPerson, headerOf } from "./extract";
import type { History } from "./history";
import type { SampleReturn } from "./return-record";

/** The returns of a history, oldest first, without any error. */
export function returnsOf(history: History): SampleReturn[] {
  return history.returns.map((info) => ({
    year: info.year,
    header: headerOf(info, history.authority),
    *persons() {
      for (const life of history.lives()) {
        const person = extractPerson(life, info);
        if (person) yield person;
      }
    },
  }));
}
