import type { Setting, SettingOf } from "../setting";

type Json = Record<string, unknown>;

const shapes: { readonly [Kind in Setting["kind"]]: (setting: SettingOf<Kind>) => Json } = {
  text: ({ pattern }) => ({ type: ["string", "null"], pattern, default: null }),
  date: () => ({
    type: ["string", "null"],
    format: "date",
    pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    default: null,
  }),
  monthDay: ({ byDefault }) => ({
    type: "string",
    pattern: "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    default: byDefault,
  }),
  path: () => ({ type: ["string", "null"], minLength: 1, default: null }),
  whole: ({ from, to, byDefault }) => ({
    type: "integer",
    minimum: from,
    maximum: to,
    default: byDefault,
  }),
  yesNo: ({ byDefault }) => ({ type: "boolean", default: byDefault }),
  choices: ({ of, byDefault }) => ({
    type: "array",
    items: { enum: of },
    minItems: 1,
    uniqueItems: true,
    default: byDefault,
  }),
  texts: () => ({ type: "array", items: { type: "string" }, default: [] }),
  choice: ({ of, byDefault }) => ({ enum: of, default: byDefault }),
  list: ({ entry }) => ({
    type: "array",
    items: {
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(
        Object.entries(entry).map(([name, inner]) => [name, shapeOf(inner)]),
      ),
    },
    default: [],
  }),
  codes: ({ of, byDefault = {} }) => ({
    type: "object",
    additionalProperties: { enum: of },
    default: byDefault,
  }),
  group: ({ settings }) => ({
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(settings).map(([name, inner]) => [name, shapeOf(inner)]),
    ),
  }),
};

function shapeOf(setting: Setting): Json {
  const shape = shapes[setting.kind] as (setting: Setting) => Json;
  return { description: setting.description, ...shape(setting) };
}

/**
 * The JSON Schema (draft-07, which editors know) of a settings file; published as
 * config.schema.json.
 */
export function settingsJsonSchema(declaration: SettingOf<"group">): Json {
  const shape = shapeOf(declaration);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "send-scorecard.json",
    ...shape,
    properties: {
      $schema: {
        type: "string",
        description: "Where this schema is: lets editors complete and check the file.",
      },
      ...(shape.properties as Json),
    },
  };
}
