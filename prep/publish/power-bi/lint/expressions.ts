import type { SemanticModel } from "../model/model";

interface Expression {
  readonly where: string;
  readonly dax: string;
}

/**
 * Every DAX expression of a model: measures, their formats, calculated tables and columns, filters of roles.
 */
export const expressionsOf = ({ tables, roles }: SemanticModel): Expression[] => [
  ...tables.flatMap(({ name: table, measures, columns, source }) => [
    ...("dax" in source ? [{ where: table, dax: source.dax }] : []),
    ...measures.flatMap(({ name, dax, formatDax }) => [
      { where: `measure ${name}`, dax },
      ...(formatDax === undefined ? [] : [{ where: `format of measure ${name}`, dax: formatDax }]),
    ]),
    ...columns.flatMap(({ name, from }) =>
      "dax" in from ? [{ where: `column ${table}[${name}]`, dax: from.dax }] : [],
    ),
  ]),
  ...roles.flatMap(({ name, filters }) =>
    Object.entries(filters).map(([table, dax]) => ({ where: `role ${name}, ${table}`, dax })),
  ),
];
