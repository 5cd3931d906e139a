import { authorityEverOfGss, ENGLAND, isKnownAuthority } from "../../reference/authorities";

export interface PublishedArea {
  readonly level: "authority" | "region" | "england" | "other";
  /** Three-digit number of an authority, else the code that the file gives. */
  readonly code: string;
}

/**
 * The authority of a three-digit number or, failing that, of a GSS code of any year; null where
 * neither is known. Never by name.
 */
export function authorityOf(number: string, gss: string): string | null {
  return isKnownAuthority(number) ? number : authorityEverOfGss(gss);
}

/**
 * The area of a row of the open data standard: codes of several authorities together, forces'
 * schools and abolished counties are `other`.
 */
export function areaOf(
  level: string,
  codes: { readonly region: string; readonly number: string; readonly gss: string },
): PublishedArea | null {
  switch (level.trim().toLowerCase()) {
    case "national":
      return { level: "england", code: ENGLAND };
    case "regional":
      return codes.region === "" ? null : { level: "region", code: codes.region };
    case "local authority": {
      const authority = authorityOf(codes.number, codes.gss);
      if (authority !== null) return { level: "authority", code: authority };
      return codes.number === "" && codes.gss === ""
        ? null
        : {
            level: "other",
            code: codes.number === "" || codes.number === "x" ? codes.gss : codes.number,
          };
    }
    default:
      return { level: "other", code: codes.gss };
  }
}
