import { asAtText } from "../../../model/display";
import { html } from "../../element";
import { always, drawn, some, written } from "./column";

// What a KPI is, whose it is, and of when.

const number = written({
  width: 38,
  drop: 6,
  numeric: true,
  of: ["number"],
  present: some((kpi) => kpi.number),
  says: (kpi) => kpi.number ?? "",
});

const priority = written({
  width: 56,
  drop: 9,
  of: ["priority"],
  present: some((kpi) => kpi.priority),
  says: (kpi) => kpi.priority ?? "",
});

/** Its cell is the heading of the row: see there. */
const indicator = written({ width: 0, drop: 0, present: always, says: () => "" });

const asAt = drawn({
  width: 88,
  drop: 6,
  present: some((kpi) => kpi.asAt ?? kpi.latest.period.label),
  said: (kpi, { words }) => asAtText(kpi, words),
  says: (kpi, { words }) => ({ text: asAtText(kpi, words), stale: kpi.stale }),
  draw: ({ text, stale }, words) => [
    html("span", { class: "as-at" }, text),
    stale && html("span", { class: "stale" }, words("stale")),
  ],
});

const owner = written({
  width: 120,
  grow: 1.6,
  drop: 9,
  of: ["owner"],
  present: some(({ notes }) => notes.owner),
  says: ({ notes }) => notes.owner ?? "",
});

const commentary = written({
  width: 220,
  grow: 3,
  drop: 8,
  of: ["commentary"],
  present: some(({ notes }) => notes.commentary),
  says: ({ notes }) => notes.commentary ?? "",
});

export const about = { number, priority, indicator, asAt, owner, commentary } as const;
