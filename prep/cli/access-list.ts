import { join } from "node:path";
import type { Access } from "../publish/lakehouse-files";
import { codeOf } from "../publish/output-error";
import { openFile } from "./files/open-file";
import { scanCsv } from "../scan/scan";
import { Stop } from "../stop";

/** Who may see what, beside the data: the administrator's file, which builds leave alone. */
const ACCESS = "access.csv";
const COLUMNS = ["user", "area_code", "setting_id"] as const;

/**
 * The lines of access.csv in an output folder; none where it is not there. Throws `Stop` where it
 * cannot be read: nobody is to be shut out, or let in, by a file that was read by half.
 */
export async function accessList(out: string): Promise<Access[]> {
  try {
    const { chunks } = await openFile(join(out, ACCESS));
    const { tables, problems } = await scanCsv(chunks, { table: "access" });
    const cells = COLUMNS.map((name) => tables[0]?.columns.get(name));
    if (problems.length > 0 || cells.some((column) => column === undefined))
      throw new Stop(
        "input",
        `${join(out, ACCESS)} cannot be read: it needs the columns ${COLUMNS.join(", ")}, and each line as many fields.`,
      );
    const text = (column: number, row: number): string => (cells[column]!.at(row) ?? "").trim();
    return Array.from({ length: tables[0].rowCount }, (_, row) => ({
      user: text(0, row),
      areaCode: text(1, row) || null,
      settingId: text(2, row) || null,
    }));
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
    throw error;
  }
}
