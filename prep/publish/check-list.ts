import type { CheckList } from "../check/check-list";
import { listChunks } from "./list";

/** A list of the folder `checks` that a collection adds. */
export const checkListCsv = ({ name, columns, rows }: CheckList): Generator<Uint8Array> =>
  listChunks(
    name.replaceAll("-", "_"),
    columns.map((column, c) => ({
      ...column,
      value: (row: CheckList["rows"][number]) => row[c],
    })),
    rows,
  );
