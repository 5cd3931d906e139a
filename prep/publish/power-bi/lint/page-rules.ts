import { nativeVisuals } from "../../../reference/power-bi";
import { reachOf, type Reach } from "../model/reach";
import type { Field } from "../report/report";
import { fieldReferences } from "./field-references";
import type { Found } from "./model-rules";
import { at, keys, list, visualsOf, type Json, type ReportParts } from "./report-parts";
import type { ReportRule } from "./report-rules";

interface VisualPart {
  readonly path: string;
  readonly content: Json;
  readonly type: string;
  readonly name: string;
  readonly fields: readonly Field[];
}

interface PagePart {
  readonly path: string;
  readonly content: Json | null;
  readonly visuals: readonly VisualPart[];
}

/** The pages with their visuals; groups, which hold others, are none. */
function pagesOf(report: ReportParts): PagePart[] {
  const visuals = visualsOf(report).filter(({ content }) => content.visualGroup === undefined);
  return [...report.json]
    .filter(([path]) => /^definition\/pages\/[^/]+\/page\.json$/.test(path))
    .map(([path, content]) => ({
      path,
      content,
      visuals: visuals
        .filter((visual) => visual.path.startsWith(path.slice(0, -"page.json".length)))
        .map((visual) => ({
          ...visual,
          name: String(visual.content.name),
          fields: fieldReferences(at(visual.content, "visual", "query", "queryState")),
        })),
    }));
}

const isSlicer = ({ type }: VisualPart): boolean => /slicer/i.test(type);
const isFilled = (visual: VisualPart): boolean => !isSlicer(visual) && visual.fields.length > 0;

/** Pairs of a page that are cut off: the first does not filter the second. */
const cutOff = ({ content }: PagePart): ReadonlySet<string> =>
  new Set(
    list(at(content, "visualInteractions"))
      .filter((pair) => at(pair, "type") === "NoFilter")
      .map((pair) => `${String(at(pair, "source"))} ${String(at(pair, "target"))}`),
  );

/** Slicers of a page that change nothing on it, and visuals that one leaves as they are. */
function silent(page: PagePart, reach: Reach): Found[] {
  const cut = cutOff(page);
  const others = page.visuals.filter(isFilled);
  return page.visuals.filter(isSlicer).flatMap((slicer): Found[] => {
    const [field] = slicer.fields;
    if (field === undefined) return [[slicer.path, "the slicer has no field"]];
    const left = others.filter(({ fields }) => !fields.some((one) => reach(field.table, one)));
    if (left.length === others.length)
      return [[slicer.path, `nothing on the page changes with ${field.table}[${field.name}]`]];
    return left
      .filter(({ name }) => !cut.has(`${slicer.name} ${name}`))
      .map(({ path }): Found => [
        path,
        `it does not change with the slicer ${field.table}[${field.name}], and nothing says so`,
      ]);
  });
}

/** Whether a visual that is shown is a button that leads back. */
const leadsBack = ({ content }: VisualPart): boolean =>
  content.isHidden !== true &&
  list(at(content, "visual", "visualContainerObjects", "visualLink")).some(
    (link) =>
      at(link, "properties", "type", "expr", "Literal", "Value") === "'Back'" &&
      at(link, "properties", "show", "expr", "Literal", "Value") !== "false",
  );

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

/** What a page can have wrong as a whole. */
export const pageRules: readonly ReportRule[] = [
  {
    id: "well",
    check: (report) =>
      visualsOf(report).flatMap(({ path, content, type }) => {
        const wells = nativeVisuals().get(type);
        return wells === undefined
          ? []
          : keys(at(content, "visual", "query", "queryState"))
              .filter((well) => !wells.has(well))
              .map((well): Found => [path, `a ${type} has no field well ${well}`]);
      }),
  },
  {
    id: "page-filled",
    check: (report) =>
      pagesOf(report)
        .filter(({ visuals }) => !visuals.some(isFilled))
        .map(({ path }) => [path, "no visual of the page shows a figure"]),
  },
  {
    id: "slicer",
    check: (report) => {
      const reach = reachOf(report.model.tables, report.model.relationships);
      return pagesOf(report).flatMap((page) => silent(page, reach));
    },
  },
  {
    id: "interaction",
    check: (report) =>
      pagesOf(report).flatMap(({ path, content, visuals }) => {
        const names = new Set(visuals.map(({ name }) => name));
        return list(at(content, "visualInteractions"))
          .flatMap((pair) => [String(at(pair, "source")), String(at(pair, "target"))])
          .filter((name) => !names.has(name))
          .map((name): Found => [
            path,
            `an interaction names the visual ${name}, which is not there`,
          ]);
      }),
  },
  {
    id: "drill-through",
    check: (report) =>
      pagesOf(report).flatMap(({ path, content }) => {
        const filters = new Map(
          list(at(content, "filterConfig", "filters")).map((filter) => [
            at(filter, "name"),
            JSON.stringify(at(filter, "field")),
          ]),
        );
        return list(at(content, "pageBinding", "parameters"))
          .filter(
            (parameter) =>
              filters.get(at(parameter, "boundFilter")) !==
              JSON.stringify(at(parameter, "fieldExpr")),
          )
          .map((): Found => [path, "a field that opens the page has no filter of its own"]);
      }),
  },
  {
    id: "back",
    check: (report) =>
      pagesOf(report)
        .filter(
          ({ content, visuals }) =>
            at(content, "type") === "Drillthrough" && !visuals.some(leadsBack),
        )
        .map(({ path }) => [path, "nothing on it leads back to the page that opened it"]),
  },
  {
    id: "bookmarks",
    check: ({ json }) => {
      const listed = list(at(json.get("definition/bookmarks/bookmarks.json"), "items")).flatMap(
        (item) =>
          [item, ...list(at(item, "children"))].map((one) => String(at(one, "name") ?? one)),
      );
      const files = [...json].filter(([path]) => path.endsWith(".bookmark.json"));
      const names = files.map(([, content]) => String(at(content, "name")));
      return [
        ...files
          .filter(([, content]) => !listed.includes(String(at(content, "name"))))
          .map(([path]): Found => [path, "bookmarks.json does not list the bookmark"]),
        ...listed
          .filter((name, i) => listed.indexOf(name) !== i)
          .map((name): Found => ["definition/bookmarks/bookmarks.json", `${name} is there twice`]),
        ...listed
          .filter((name) => /^[0-9a-f]{20}$/.test(name) && !names.includes(name))
          .map((name): Found => [
            "definition/bookmarks/bookmarks.json",
            `there is no bookmark ${name}`,
          ]),
      ];
    },
  },
  {
    id: "off-page",
    check: (report) =>
      pagesOf(report).flatMap(({ content, visuals }) =>
        visuals
          .filter((visual) => {
            const position = at(visual.content, "position");
            const beyond = (start: string, size: string, end: unknown): boolean =>
              number(at(position, start)) < 0 ||
              number(at(position, start)) + number(at(position, size)) > number(end) + 0.5;
            return (
              beyond("x", "width", at(content, "width")) ||
              beyond("y", "height", at(content, "height"))
            );
          })
          .map(({ path }): Found => [path, "it is not on the page"]),
      ),
  },
  {
    id: "alt-text",
    check: (report) =>
      pagesOf(report).flatMap(({ visuals }) =>
        visuals
          .filter(({ content }) => {
            const [general] = list(at(content, "visual", "visualContainerObjects", "general"));
            const words = at(general, "properties", "altText", "expr");
            return words === undefined || at(words, "Literal", "Value") === "''";
          })
          .map(({ path }): Found => [path, "it has no words for a screen reader"]),
      ),
  },
  {
    id: "tab-order",
    check: (report) =>
      pagesOf(report).flatMap(({ path, visuals }) => {
        const orders = visuals.map(({ content }) => at(content, "position", "tabOrder"));
        return new Set(orders).size < orders.length
          ? [[path, "two visuals have one place in the order of the Tab key"] as const]
          : [];
      }),
  },
];
