import { schemas } from "../schemas";
import { stableName } from "../stable-id";
import { expression } from "./pbir";
import type { Bookmark, Field, Page } from "./report";
import { pageName, visualName } from "./visual-file";

/** A filter of a page to the rows where a yes-or-no column is true. */
const onlyTrue = (id: string, field: Field): object => ({
  name: stableName(`page/${id}/only/${field.name}`),
  field: expression(field),
  type: "Categorical",
  filter: {
    Version: 2,
    From: [{ Name: "t", Entity: field.table, Type: 0 }],
    Where: [
      {
        Condition: {
          In: {
            Expressions: [
              { Column: { Expression: { SourceRef: { Source: "t" } }, Property: field.name } },
            ],
            Values: [[{ Literal: { Value: "true" } }]],
          },
        },
      },
    ],
  },
  howCreated: "User",
});

/**
 * The page.json of a page; a page that others open is hidden from readers and says by which fields
 * it opens.
 */
export function pageFile(page: Page): object {
  const { id, name, width, height, only, opens, cutOff = [] } = page;
  const file = {
    $schema: schemas.page,
    name: pageName(id),
    displayName: name,
    displayOption: opens?.kind === "Tooltip" || height > width ? "ActualSize" : "FitToPage",
    height,
    width,
    ...(cutOff.length > 0
      ? {
          visualInteractions: cutOff.map((pair) => ({
            source: visualName(page, { id: pair.slicer }),
            target: visualName(page, { id: pair.visual }),
            type: "NoFilter",
          })),
        }
      : {}),
  };
  if (opens === undefined)
    return only === undefined ? file : { ...file, filterConfig: { filters: [onlyTrue(id, only)] } };
  const filters = opens.by.map((field) => ({
    name: stableName(`page/${id}/opens/${field.name}`),
    field: expression(field),
    type: "Categorical",
    howCreated: "Drillthrough",
  }));
  const parameters = opens.by.map((field, i) => ({
    name: stableName(`page/${id}/parameter/${field.name}`),
    boundFilter: filters[i].name,
    fieldExpr: expression(field),
  }));
  return {
    ...file,
    ...(filters.length > 0 ? { filterConfig: { filters } } : {}),
    pageBinding: {
      name: stableName(`page/${id}/binding`),
      type: opens.kind,
      ...(parameters.length > 0 ? { parameters } : {}),
    },
    type: opens.kind,
    visibility: "HiddenInViewMode",
  };
}

/** A bookmark opens a page and leaves data and display as they are. */
export const bookmarkFile = ({ name, page }: Bookmark): object => ({
  $schema: schemas.bookmark,
  displayName: name,
  name: stableName(`bookmark/${name}`),
  options: { suppressData: true, suppressDisplay: true },
  explorationState: {
    version: "1.3",
    activeSection: pageName(page),
    sections: { [pageName(page)]: { visualContainers: {} } },
  },
});
