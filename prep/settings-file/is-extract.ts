import { isRelease } from "../publish/disclosure/release-file";
import { CONFIG_NAME } from "./config-name";

/**
 * Files that are never extracts: ours, hidden ones, and the marks that Office and Windows leave.
 */
const NOT_EXTRACTS = /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini|read-me\.txt)$/i;

/** Whether a file or a folder of this name may hold extracts. */
export const isExtract = (name: string): boolean =>
  !NOT_EXTRACTS.test(name) && name.toLowerCase() !== CONFIG_NAME && !isRelease(name);
