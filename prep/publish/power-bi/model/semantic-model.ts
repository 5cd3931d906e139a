import { boardRating } from "../../../star/board-tables";
import type { StarTable } from "../../../star/declaration";
import { leftOut } from "./business-names";
import { checkMeasures, checkTables } from "./check-lists";
import { dateReceived } from "./date-received";
import { keyMeasures } from "./key-measures";
import type { ModelTable, SemanticModel } from "./model";
import { dataQueries } from "./partition";
import type { DataPlace } from "./place";
import { perspectivesOf } from "./perspectives";
import { relationshipsOf } from "./relationships";
import { accessTable, rolesOf } from "./roles";
import { modelTable } from "./star-tables";
import { welsh } from "./welsh";

interface ModelOptions {
  readonly forPublishing?: boolean;
  readonly isOfBoards?: boolean;
}

const ends = (
  model: readonly { readonly table: string; readonly column: string }[],
): ReadonlySet<string> => new Set(model.map(({ table, column }) => `${table}\n${column}`));

/**
 * The semantic model of a star: its tables under their business names, measures, relationships,
 * roles and translations. `authorities` are the codes that the rows are of. With `forPublishing`
 * there are no lists of the data checks, which are not published, and no
 * roles: everybody may see all of it. With `isOfBoards` a reader chooses one of several boards.
 */
export function semanticModel(
  declarations: readonly StarTable[],
  place: DataPlace,
  authorities: readonly string[],
  { forPublishing = false, isOfBoards = false }: ModelOptions = {},
): SemanticModel {
  const star = declarations.filter(
    ({ name }) => !leftOut.has(name) && (isOfBoards || name !== boardRating.name),
  );
  const measures = keyMeasures(star, place, { forPublishing, isOfBoards });
  const received = dateReceived(star, place);
  const ofStar = [...star.map((table) => modelTable(table, place)), ...received.tables];
  const tables: ModelTable[] = forPublishing
    ? [measures, ...ofStar]
    : [
        { ...measures, measures: [...measures.measures, ...checkMeasures] },
        ...ofStar,
        ...checkTables(place),
        accessTable(place),
      ];
  const relationships = [...relationshipsOf(star, tables, isOfBoards), ...received.relationships];
  // Keys on the many side: the name, or the year and month of the day, is in the dimension.
  const keys = ends(relationships.map(({ from }) => from));
  const shown = tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) =>
      keys.has(`${table.name}\n${column.name}`) ? { ...column, hidden: true } : column,
    ),
  }));
  return {
    tables: shown,
    relationships,
    roles: forPublishing
      ? []
      : rolesOf(star, relationships, {
          authorities,
          listsOfChecks: checkTables(place).map(({ name }) => name),
        }),
    perspectives: perspectivesOf(shown),
    queries: dataQueries(place),
    translations: [welsh(shown)],
  };
}
