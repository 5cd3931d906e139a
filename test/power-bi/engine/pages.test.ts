import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { fieldReferences } from "../../../prep/publish/power-bi/lint/field-references";
import { writtenModel, type WrittenModel } from "../../../prep/publish/power-bi/read/written-model";
import { ask, type Answer, type Filters, type Question } from "./engine";
import type { Built } from "./built";
import { variants } from "./variants";

interface Shown {
  readonly name: string;
  readonly type: string;
  readonly columns: readonly string[];
  readonly measures: readonly string[];
}
interface PageShown {
  readonly title: string;
  readonly visuals: readonly Shown[];
  /** Names of slicers and visuals that are cut off from them. */
  readonly cutOff: ReadonlySet<string>;
}
type Json = Record<string, unknown>;

const read = (file: string): Json => JSON.parse(readFileSync(file, "utf8")) as Json;

function visualOf(file: string): Shown {
  const { name, visual } = read(file) as unknown as {
    name: string;
    visual: { visualType: string; query?: { queryState: Json } };
  };
  const fields = fieldReferences(visual.query?.queryState);
  return {
    name,
    type: visual.visualType,
    columns: fields.flatMap((field) =>
      field.kind === "Column" ? [`${field.table}.${field.name}`] : [],
    ),
    measures: fields.flatMap((field) => (field.kind === "Measure" ? [field.name] : [])),
  };
}

/** The pages of the report as they were written. */
const pagesOf = (folder: string): PageShown[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const page = read(join(folder, entry.name, "page.json")) as unknown as {
        displayName: string;
        visualInteractions?: { source: string; target: string }[];
      };
      const visuals = join(folder, entry.name, "visuals");
      return {
        title: page.displayName,
        visuals: readdirSync(visuals).map((name) => visualOf(join(visuals, name, "visual.json"))),
        cutOff: new Set(
          (page.visualInteractions ?? []).map(({ source, target }) => `${source} ${target}`),
        ),
      };
    });

/** Tables that no CSV is written of, or that are not of the star. */
const OF_LISTS = ["kpi_breakdown", "key_measures", "finding", "rows_read", "access"];

/** A KPI that tables of figures are looked at for: one row of theirs. */
const KPI = { "Indicator.Indicator id": ["ehc_plans_within_20_weeks_pct"] };

/** CSV differs in how it is read alone, which the figures show. */
const shown = Object.entries(variants).filter(([name]) => name !== "read as CSV");
for (const [variant, { world: make, areas, isPublished }] of shown)
  describe(`pages with their slicers set one by one, evaluated (${variant})`, function () {
    this.timeout(900_000);
    /** Five councils of like children, or figures that are hidden, may be the same for each choice. */
    const isVaried = areas.length === 1 && !isPublished;
    /** One area is chosen of several, as the pages have it. */
    const ofOne: Filters = areas.length > 1 ? { "Area.Area code": [areas[0]] } : {};
    let world: Built;
    let model: WrittenModel;
    let pages: readonly PageShown[];
    before(async () => {
      world = await make();
      const project = join(world.folder, "power-bi");
      const definition = join(project, "SEND.SemanticModel/definition");
      const files = readdirSync(definition, { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".tmdl"))
        .map((path): [string, string] => [path, readFileSync(join(definition, path), "utf8")]);
      model = writtenModel(new Map(files));
      pages = pagesOf(join(project, "SEND.Report/definition/pages"));
    });

    /** Values of a column that the star's rows have, the more frequent first. */
    function valuesOf(column: string): string[] {
      const [table, name] = column.split(".");
      const found = model.tables.find((one) => one.name === table)!;
      const path =
        "entity" in found.source
          ? found.source.entity.replace("date_received", "date")
          : "m" in found.source
            ? /star\\([a-z_]+)\./.exec(found.source.m)?.[1]
            : undefined;
      const from = found.columns.find((one) => one.name === name)!.from;
      if (path === undefined || OF_LISTS.includes(path) || !("source" in from)) return [];
      const counts = new Map<string, number>();
      for (const row of world.table(path))
        counts.set(row[from.source], (counts.get(row[from.source]) ?? 0) + 1);
      return [...counts]
        .filter(([value]) => value !== "")
        .sort((a, b) => b[1] - a[1])
        .map(([value]) => value);
    }

    const isSlicer = ({ type }: Shown): boolean => type === "slicer";
    const ofIndicator = ({ columns }: Shown): boolean =>
      columns.some((column) => column.startsWith("Indicator."));

    it("change what a slicer reaches, and leave alone what is cut off from it", async () => {
      const cases = pages.flatMap((page) =>
        page.visuals.filter(isSlicer).flatMap((slicer) => {
          const [column] = slicer.columns;
          // A KPI is chosen from the list of KPIs: the figures of all but it are another's.
          const values = column.startsWith("Indicator.") ? [] : valuesOf(column).slice(0, 4);
          return page.visuals
            .filter((visual) => !isSlicer(visual) && visual.measures.length > 0)
            .map((visual) => {
              const base: Filters = {
                ...(column.startsWith("Area.") ? {} : ofOne),
                ...(ofIndicator(visual) ? KPI : {}),
              };
              return {
                what: `${page.title}: ${column} on ${visual.name}`,
                isCutOff: page.cutOff.has(`${slicer.name} ${visual.name}`),
                questions: [{}, ...values.map((value) => ({ [column]: [value] }))].map(
                  (filters): Question => ({
                    measures: visual.measures,
                    filters: { ...base, ...filters },
                  }),
                ),
              };
            })
            .filter(({ questions }) => questions.length > 2);
        }),
      );
      expect(cases.length).to.be.greaterThan(variant === "the sample" ? 20 : 3);
      const answers = await ask(
        world.folder,
        cases.flatMap(({ questions }) => questions),
      );
      let at = 0;
      const wrong: string[] = [];
      for (const { what, isCutOff, questions } of cases) {
        const given = answers.slice(at, (at += questions.length));
        const failed = given.flatMap((answer: Answer) =>
          Object.values(answer).flatMap((value) =>
            typeof value === "object" && value !== null ? [value.error] : [],
          ),
        );
        if (failed.length > 0) wrong.push(`${what}: ${failed[0]}`);
        const different = new Set(given.map((answer) => JSON.stringify(answer))).size > 1;
        const stays = !different && !isCutOff && isVaried;
        if (stays || (different && isCutOff))
          wrong.push(`${what}: ${different ? "changes" : "stays"}`);
      }
      expect(wrong).to.deep.equal([]);
    });

    it("count the KPIs of the lens that is chosen, and no others", async () => {
      const lenses = valuesOf("Indicator.Lens");
      expect(lenses.length).to.be.greaterThan(0);
      const answers = await ask(world.folder, [
        { measures: ["KPIs"] },
        ...lenses.map((lens) => ({
          measures: ["KPIs"],
          filters: { ...ofOne, "Indicator.Lens": [lens] },
        })),
      ]);
      const shown = new Set(
        world
          .table("kpi_board")
          .filter((row) => row.area_code === areas[0])
          .map((row) => row.indicator_id),
      );
      const wanted = lenses.map(
        (lens) =>
          world.table("indicator").filter((row) => row.lens === lens && shown.has(row.indicator_id))
            .length,
      );
      expect(answers.slice(1).map(({ KPIs: kpis }) => kpis)).to.deep.equal(wanted);
    });
  });
