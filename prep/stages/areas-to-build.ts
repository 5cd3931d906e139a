import type { Collection } from "../collections/collection";
import { NothingToBuild } from "../nothing-to-build";
import { authorityName, isKnownAuthority } from "../reference/authorities";
import { nearestAuthorities } from "./nearest-authorities";
import { authoritiesIn } from "../reference/authorities-in-text";
import type { Settings } from "../settings";
import { sheetsByAuthority } from "../sources/kpi-sheet/sheets-by-authority";
import type { Extracts } from "./extracts";

/** One authority of a build, with what was read of it. */
export interface AreaToRead {
  readonly settings: Settings;
  readonly extracts: Extracts;
  /** What is of all authorities alike is told with the first. */
  readonly isFirst: boolean;
}

/** Throws `NothingToBuild` where a number is no authority's. */
function refuseUnknown(numbers: readonly string[]): void {
  const unknown = numbers.filter((number) => !isKnownAuthority(number));
  if (unknown.length === 0) return;
  const words = unknown.map((number) => {
    const near = nearestAuthorities(number).map((code) => `${code} ${authorityName(code)}`);
    return `No authority has the number ${number}.${near.length === 0 ? "" : ` The nearest are: ${near.join(", ")}.`}`;
  });
  throw new NothingToBuild(words.join("\n"));
}

/** Throws `NothingToBuild` for an extract that does not say which of several authorities it is of. */
function refuseUnnamed(collections: readonly Collection[], { of }: Extracts): void {
  const files = collections.flatMap((collection) =>
    of(collection).flatMap((extract) =>
      collection.authorityOf && collection.authorityOf(extract) === null
        ? collection.filesOf(extract).slice(0, 1)
        : [],
    ),
  );
  if (files.length > 0)
    throw new NothingToBuild(
      `These do not say which authority they are of, and several are built: ${files.join(", ")}. Give the number in the file, or build that authority by itself.`,
    );
}

/** The last part of a path. */
const bareName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/**
 * The authorities that the settings ask for, each with its own extracts and KPI sheets; one, with
 * all of them, where no more is asked for. Throws `NothingToBuild` where a number is no authority's,
 * or of several an extract does not say whose it is.
 */
export function areasToBuild(
  collections: readonly Collection[],
  all: Extracts,
  settings: Settings,
): AreaToRead[] {
  const { authorities } = settings;
  refuseUnknown(settings.authority === null ? authorities : [settings.authority, ...authorities]);
  if (authorities.length < 2) {
    const [authority = settings.authority] = authorities;
    return [{ settings: { ...settings, authority }, extracts: all, isFirst: true }];
  }
  refuseUnnamed(collections, all);
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  const sheets = sheetsByAuthority(all.sources.kpiSheets, authorities);
  return authorities.map((authority, i): AreaToRead => {
    const isFirst = i === 0;
    // What is of nobody that is asked for is told with the first.
    const isHere = (given: string | null): boolean =>
      given === null || given === authority || (isFirst && !authorities.includes(given));
    const isBoardHere = ({ file }: { readonly file: string }): boolean => {
      const named = authoritiesIn(bareName(file));
      return named.length === 0 || named.some(isHere);
    };
    const { sources } = all;
    return {
      isFirst,
      settings: { ...settings, authority, authorities: [] },
      extracts: {
        files: all.files,
        of: <Extract>(of: Pick<Collection<Extract>, "id" | "read">) =>
          all.of(of).filter((extract) => isHere(byId.get(of.id)?.authorityOf?.(extract) ?? null)),
        sources: {
          ...sources,
          kpiSheets: sheets.of.get(authority)!,
          boardSheets: sources.boardSheets.filter(isBoardHere),
        },
        findings: isFirst ? [...all.findings, ...sheets.findings] : [],
        checks: isFirst ? all.checks : [],
        rows: sheets.rows(all.rows),
      },
    };
  });
}
