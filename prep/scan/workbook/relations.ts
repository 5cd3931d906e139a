import { readEvents } from "./xml-events";

export interface PackageRelation {
  readonly id: string;
  /**
   * Last word of its type, such as `worksheet`; the strict and the transitional form differ before
   * it.
   */
  readonly type: string;
  /** Name of the part in the archive. */
  readonly target: string;
}

/**
 * A target as the name of a part: from the root where it begins with a slash, else beside the part
 * that names it.
 */
function resolved(target: string, folder: string): string {
  const path = target.replace(/\\/g, "/");
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${folder}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

export const folderOfPart = (part: string): string => part.split("/").slice(0, -1).join("/");

/** Name of the part that holds the relations of a part. */
export const packageRelations = (part: string): string =>
  [folderOfPart(part), "_rels", `${part.split("/").at(-1)}.rels`]
    .filter((one) => one !== "")
    .join("/");

/** The relations of a part that lies in `folder`; those to outside the archive are left out. */
export function readRelations(bytes: Uint8Array, folder: string): PackageRelation[] {
  const relations: PackageRelation[] = [];
  readEvents(bytes, {
    open(tag, attributes) {
      const target = attributes.get("Target");
      if (tag !== "Relationship" || target === null || attributes.get("TargetMode") === "External")
        return;
      relations.push({
        id: attributes.get("Id") ?? "",
        type: (attributes.get("Type") ?? "").split("/").at(-1)!,
        target: resolved(target, folder),
      });
    },
  });
  return relations;
}
