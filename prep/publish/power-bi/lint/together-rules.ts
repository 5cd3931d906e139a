import type { Found } from "./model-rules";
import { fieldReferences } from "./field-references";
import { at, keys, list, visualsOf, type Json, type ReportParts } from "./report-parts";
import type { ReportRule } from "./report-rules";

/** Wells of Power BI's own visuals that take columns alone, and those that take values alone. */
const OF_COLUMNS = new Set(["Category", "Series", "Rows", "Columns", "Legend", "Group", "Axis"]);
const OF_VALUES = new Set(["Y", "Y2", "Size", "Indicator", "Goal", "TargetValue"]);

interface Projected {
  readonly well: string;
  /** Column, Measure, Aggregation or HierarchyLevel. */
  readonly kind: string;
  readonly queryRef: string;
  readonly field: string;
}

const projectionsOf = (content: Json): Projected[] => {
  const state = at(content, "visual", "query", "queryState");
  return keys(state).flatMap((well) =>
    list(at(state, well, "projections")).map((projection) => ({
      well,
      kind: keys(at(projection, "field"))[0] ?? "",
      queryRef: String(at(projection, "queryRef")),
      field: JSON.stringify(at(projection, "field")),
    })),
  );
};

function kindFaults(report: ReportParts): Found[] {
  return visualsOf(report).flatMap(({ path, content, type }) => {
    const kinds = report.embedded.get(type)?.kinds;
    return projectionsOf(content).flatMap(({ well, kind }): Found[] => {
      const isValue = kind === "Measure" || kind === "Aggregation";
      const ofColumns = kinds
        ? kinds.get(well) === "Grouping"
        : OF_COLUMNS.has(well) || (/slicer/i.test(type) && well === "Values");
      const ofValues = kinds ? kinds.get(well) === "Measure" : OF_VALUES.has(well);
      if (ofColumns && isValue) return [[path, `its well ${well} takes columns, not measures`]];
      return ofValues && kind === "Column" ? [[path, `its well ${well} takes measures`]] : [];
    });
  });
}

const repeated = (names: readonly string[]): string[] =>
  names.filter((name, i) => names.indexOf(name) !== i);

/** The metadata names that formats of a visual choose by. */
function selectors(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(selectors);
  if (typeof value !== "object" || value === null) return [];
  const metadata = at(value, "selector", "metadata");
  return [
    ...(typeof metadata === "string" ? [metadata] : []),
    ...Object.values(value).flatMap(selectors),
  ];
}

const pagesIn = ({ json }: ReportParts): { path: string; name: string; content: Json }[] =>
  [...json].flatMap(([path, content]) => {
    const name = /^definition\/pages\/([^/]+)\/page\.json$/.exec(path)?.[1];
    return name === undefined || content === null ? [] : [{ path, name, content }];
  });

const number = (value: unknown): number => (typeof value === "number" ? value : NaN);
/** Width of the canvas of the phone layout, in which a visual may fill all. */
const PHONE = 324;

interface Box {
  readonly path: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
const boxOf = ({ path, content }: { path: string; content: Json }): Box => {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((key) =>
    number(at(content, "position", key)),
  );
  return { path, left: x, top: y, right: x + width, bottom: y + height };
};
/** Pixels that two visuals may share at their edges. */
const EDGE = 4;
const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > EDGE &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > EDGE;

/** Visuals of each page that stand on it by themselves and show something. */
function boxes(report: ReportParts): Box[][] {
  const standing = visualsOf(report).filter(
    ({ content }) =>
      content.visualGroup === undefined &&
      content.parentGroupName === undefined &&
      at(content, "visual", "query") !== undefined,
  );
  return pagesIn(report).map(({ path }) =>
    standing
      .filter((visual) => visual.path.startsWith(path.slice(0, -"page.json".length)))
      .map(boxOf),
  );
}

/** What the parts of a report say of each other. */
export const togetherRules: readonly ReportRule[] = [
  { id: "well-kind", check: kindFaults },
  {
    id: "query-name",
    check: (report) =>
      visualsOf(report).flatMap(({ path, content }) => {
        const fields = new Map<string, Set<string>>();
        for (const { queryRef, field } of projectionsOf(content))
          fields.set(queryRef, (fields.get(queryRef) ?? new Set()).add(field));
        return [...fields]
          .filter(([, found]) => found.size > 1)
          .map(([name]): Found => [path, `two of its fields are called ${name}`]);
      }),
  },
  {
    id: "selector",
    check: (report) =>
      visualsOf(report).flatMap(({ path, content }) => {
        const shown = new Set(projectionsOf(content).map(({ queryRef }) => queryRef));
        return selectors(at(content, "visual", "objects"))
          .filter((name) => !shown.has(name))
          .map((name): Found => [path, `a format is for ${name}, which it does not show`]);
      }),
  },
  {
    id: "filters-once",
    check: ({ json }) =>
      [...json].flatMap(([path, content]) =>
        repeated(
          list(at(content, "filterConfig", "filters")).map((filter) => String(at(filter, "name"))),
        ).map((name): Found => [path, `two of its filters are called ${name}`]),
      ),
  },
  {
    id: "page-name",
    check: (report) =>
      pagesIn(report)
        .filter(({ name, content }) => content.name !== name)
        .map(({ path }): Found => [path, "the page's name is not its folder's"]),
  },
  {
    id: "page-titles",
    check: (report) => {
      const pages = pagesIn(report);
      const titles = pages.map(({ content }) => String(content.displayName ?? "").trim());
      return pages.flatMap(({ path }, i): Found[] =>
        titles[i] === ""
          ? [[path, "the page has no title"]]
          : titles.indexOf(titles[i]) !== i
            ? [[path, `another page is called ${titles[i]}`]]
            : [],
      );
    },
  },
  {
    id: "active-page",
    check: (report) => {
      const path = "definition/pages/pages.json";
      const active = at(report.json.get(path), "activePageName");
      const page = pagesIn(report).find(({ name }) => name === active);
      return page?.content.visibility === "HiddenInViewMode"
        ? [[path, "the report opens at a page that is hidden"]]
        : [];
    },
  },
  {
    id: "bookmark-visuals",
    check: (report) => {
      const names = new Set(visualsOf(report).map(({ content }) => String(content.name)));
      return [...report.json].flatMap(([path, content]) => {
        if (!path.endsWith(".bookmark.json")) return [];
        const sections = at(content, "explorationState", "sections");
        return keys(sections)
          .flatMap((page) => keys(at(sections, page, "visualContainers")))
          .filter((name) => !names.has(name))
          .map((name): Found => [path, `it is of the visual ${name}, which is not there`]);
      });
    },
  },
  {
    id: "sync",
    check: (report) => {
      const fields = new Map<string, string>();
      return visualsOf(report).flatMap(({ path, content }): Found[] => {
        const group = at(content, "visual", "syncGroup", "groupName");
        const isOfGroup = at(content, "visual", "syncGroup") !== undefined;
        if (isOfGroup && !group) return [[path, "it moves with a group that has no name"]];
        if (typeof group !== "string") return [];
        const field = JSON.stringify(fieldReferences(at(content, "visual", "query")));
        const first = fields.get(group) ?? field;
        fields.set(group, first);
        return first === field
          ? []
          : [[path, `it moves with slicers of another field (the group ${group})`]];
      });
    },
  },
  {
    id: "tooltip",
    check: (report) => {
      const types = new Map(pagesIn(report).map(({ name, content }) => [name, content.type]));
      return visualsOf(report).flatMap(({ path, content }) =>
        list(at(content, "visual", "visualContainerObjects", "visualTooltip"))
          .map((tip) => at(tip, "properties", "section", "expr", "Literal", "Value"))
          .filter((value) => typeof value === "string")
          .map((value) => value.slice(1, -1))
          .filter((page) => types.has(page) && types.get(page) !== "Tooltip")
          .map((): Found => [path, "its tooltip is a page that is made for something else"]),
      );
    },
  },
  {
    id: "phone",
    check: ({ json }) =>
      [...json]
        .filter(([path]) => path.endsWith("/mobile.json"))
        .flatMap(([path, content]): Found[] => {
          const beside = !json.has(path.replace("mobile.json", "visual.json"));
          if (beside) return [[path, "it is of a visual that is not there"]];
          const { left, right } = boxOf({ path, content: content ?? {} });
          return left < 0 || right > PHONE ? [[path, "it is not on a phone's page"]] : [];
        }),
  },
  {
    id: "size",
    check: (report) =>
      visualsOf(report)
        .filter(({ content }) => content.visualGroup === undefined)
        .map(boxOf)
        .filter(({ left, right, top, bottom }) => !(right > left && bottom > top))
        .map(({ path }): Found => [path, "it has no width or no height"]),
  },
  {
    id: "overlap",
    check: (report) =>
      boxes(report).flatMap((page) =>
        page
          .filter((box, i) => page.some((other, j) => j < i && overlap(box, other)))
          .map(({ path }): Found => [path, "it lies on another visual"]),
      ),
  },
];
