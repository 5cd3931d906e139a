import { schemas } from "../schemas";
import { stableName } from "../stable-id";
import { expression, literal, objects, projection } from "./pbir";
import { INK } from "./theme";
import type { Field, Page, Box, Visual } from "./report";

export const pageName = (id: string): string => stableName(`page/${id}`);
export const visualName = (page: Page, { id }: Pick<Visual, "id">): string =>
  stableName(`page/${page.id}/visual/${id}`);

const position = ([x, y, width, height]: Box, order: number) => ({
  x,
  y,
  width,
  height,
  z: order * 1000,
  tabOrder: order * 1000,
});

const wells = ({ roles, sort }: Visual) => ({
  queryState: Object.fromEntries(
    Object.entries(roles).map(([role, fields]) => [role, { projections: fields.map(projection) }]),
  ),
  ...(sort
    ? {
        sortDefinition: {
          sort: [{ field: expression(sort.field), direction: sort.direction }],
          isDefaultSort: false,
        },
      }
    : {}),
});

function innerObjects({ text, settings, colour, leadsBack }: Visual) {
  if (leadsBack)
    return { icon: [{ properties: { shapeType: literal("back") }, selector: { id: "default" } }] };
  if (text !== undefined)
    return {
      general: [
        {
          properties: {
            paragraphs: [
              {
                textRuns: [
                  {
                    value: text,
                    textStyle: { fontFamily: "Segoe UI", fontSize: "14pt", color: INK },
                  },
                ],
              },
            ],
          },
        },
      ],
    };
  if (colour === undefined) return settings && objects(settings);
  const selector = {
    data: [{ dataViewWildcard: { matchingOption: 1 } }],
    metadata: `${colour.of.table}.${colour.of.name}`,
  };
  return {
    values: [
      {
        properties: { fontColor: { solid: { color: { expr: expression(colour.by) } } } },
        selector,
      },
    ],
  };
}

const containerObjects = ({ title, alt, tooltip, leadsBack }: Visual) => ({
  title: [
    {
      properties:
        title === "" ? { show: literal(false) } : { show: literal(true), text: literal(title) },
    },
  ],
  general: [{ properties: { altText: literal(alt) } }],
  ...(leadsBack
    ? { visualLink: [{ properties: { show: literal(true), type: literal("Back") } }] }
    : {}),
  ...(tooltip === undefined
    ? {}
    : {
        visualTooltip: [
          {
            properties: {
              show: literal(true),
              type: literal("Canvas"),
              section: literal(pageName(tooltip)),
            },
          },
        ],
      }),
});

/** Only rows where a measure is 1. */
const measureFilter = (name: string, only: Field) => ({
  name: stableName(`${name}/filter`),
  field: expression(only),
  type: "Advanced",
  filter: {
    Version: 2,
    From: [{ Name: "m", Entity: only.table, Type: 0 }],
    Where: [
      {
        Condition: {
          Comparison: {
            ComparisonKind: 0,
            Left: {
              Measure: { Expression: { SourceRef: { Source: "m" } }, Property: only.name },
            },
            Right: { Literal: { Value: "1L" } },
          },
        },
      },
    ],
  },
  howCreated: "User",
});

/** Only rows where a column says one of some values. */
const valuesFilter = (name: string, { field, values }: NonNullable<Visual["kept"]>) => ({
  name: stableName(`${name}/values`),
  field: expression(field),
  type: "Categorical",
  filter: {
    Version: 2,
    From: [{ Name: "k", Entity: field.table, Type: 0 }],
    Where: [
      {
        Condition: {
          In: {
            Expressions: [
              { Column: { Expression: { SourceRef: { Source: "k" } }, Property: field.name } },
            ],
            Values: values.map((value) => [literal(value).expr]),
          },
        },
      },
    ],
  },
  howCreated: "User",
});

function filtersOf(name: string, { only, kept }: Visual) {
  const filters = [
    ...(only ? [measureFilter(name, only)] : []),
    ...(kept ? [valuesFilter(name, kept)] : []),
  ];
  return filters.length > 0 ? { filterConfig: { filters } } : {};
}

/** The visual.json of a visual, `order` its place in the tab order. */
export function visualFile(page: Page, visual: Visual, order: number): object {
  const { type, place, roles, sync, text } = visual;
  const name = visualName(page, visual);
  const inner = innerObjects(visual);
  return {
    $schema: schemas.visual,
    name,
    position: position(place, order),
    visual: {
      visualType: type,
      ...(Object.keys(roles).length > 0 ? { query: wells(visual) } : {}),
      ...(inner ? { objects: inner } : {}),
      visualContainerObjects: containerObjects(visual),
      ...(sync ? { syncGroup: { groupName: sync, fieldChanges: true, filterChanges: true } } : {}),
      ...(text === undefined ? { drillFilterOtherVisuals: true } : {}),
    },
    ...(visual.leadsBack ? { howCreated: "InsertVisualButton" } : {}),
    ...filtersOf(name, visual),
  };
}

/** The mobile.json of a visual that the phone layout shows. */
export const mobileFile = (place: Box, order: number): object => ({
  $schema: schemas.mobile,
  position: position(place, order),
});
