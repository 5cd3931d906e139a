import type { Finding } from "../check/finding";
import type { Collection } from "../collections/collection";
import { fileFinding } from "../extracts/file-rules";
import { NothingToBuild } from "../nothing-to-build";
import { authorityName, isKnownAuthority } from "../reference/authorities";
import { groupOf } from "./area-group";
import { nearestAuthorities } from "./nearest-authorities";
import { isInForce } from "../reference/in-force";
import { withInherited, withUsed } from "./inherited";
import { successions } from "../reference/successions";
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

/** Throws `NothingToBuild` where a board's own figures would be counted once for each authority. */
function refuseBoard(collections: readonly Collection[], { of }: Extracts, settings: Settings) {
  const board = collections.flatMap((collection) =>
    of(collection).length === 0 ? [] : (collection.board?.(settings) ?? []),
  );
  if (board.length > 0)
    throw new NothingToBuild(
      `The mental health figures of the board ${board[0]} (mhsds.icb in the settings) are counted with one authority, and several are built. Take mhsds.icb out, or build one authority by itself.`,
    );
}

/** Whether anything was read that is of an authority, or of all. */
function hasAny(
  collections: readonly Collection[],
  { of, sources: { kpiSheets, published } }: Extracts,
  authority: string,
): boolean {
  return (
    kpiSheets.length > 0 ||
    published.length > 0 ||
    collections.some((collection) =>
      of(collection).some(
        (extract) => (collection.authorityOf?.(extract) ?? authority) === authority,
      ),
    )
  );
}

/** The areas that there is anything of, the others told with the first. */
function withoutEmpty(
  collections: readonly Collection[],
  areas: readonly AreaToRead[],
): readonly AreaToRead[] {
  const [there, empty] = [true, false].map((wanted) =>
    areas.filter(
      ({ settings: { authority }, extracts }) =>
        hasAny(collections, extracts, authority!) === wanted,
    ),
  );
  if (there.length === 0 || empty.length === 0) return areas;
  const told = empty.map(({ settings: { authority } }) =>
    fileFinding(
      "F23",
      "",
      `Nothing in the folder is of ${authority} ${authorityName(authority!)}.`,
    ),
  );
  // What is of all alike is told with the first that is there.
  const { findings, checks } = areas[0].extracts;
  return there.map((area, i) =>
    i > 0
      ? area
      : {
          ...area,
          isFirst: true,
          extracts: { ...area.extracts, findings: [...findings, ...told], checks },
        },
  );
}

/** A finding for each authority that has ended, with those that followed. */
const ended = (numbers: readonly string[]): Finding[] =>
  numbers.flatMap((number) => {
    const after = successions().rows.filter(
      ({ predecessor, from }) => predecessor === number && isInForce({ from, until: null }),
    );
    if (after.length === 0) return [];
    const names = after.map(({ successor }) => `${successor} ${authorityName(successor)}`);
    return [
      fileFinding(
        "F24",
        "",
        `${number} ${authorityName(number)} ended on 31 March ${after[0].from}; ${names.join(" and ")} followed. Published figures of it are of before.`,
      ),
    ];
  });

/** The last part of a path. */
const bareName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/**
 * The authorities that the settings ask for, each with its own extracts and KPI sheets; one, with
 * all of them, where no more is asked for. Throws `NothingToBuild` where a number is no authority's,
 * or of several an extract does not say whose it is, or a board is asked for too.
 */
export function areasToBuild(
  collections: readonly Collection[],
  all: Extracts,
  settings: Settings,
): readonly AreaToRead[] {
  const authorities =
    settings.allOf === null ? settings.authorities : groupOf(settings.allOf).authorities;
  refuseUnknown(settings.authority === null ? authorities : [settings.authority, ...authorities]);
  if (authorities.length < 2) {
    const [authority = settings.authority] = authorities;
    const built = authority === null ? [] : [authority];
    const { extracts: own, used } =
      authority === null
        ? { extracts: all, used: [] }
        : withInherited(collections, all, authority, built);
    const findings = [...own.findings, ...ended(built)];
    const extracts = { ...own, findings, rows: withUsed(own.rows, used) };
    return [{ settings: { ...settings, authority }, extracts, isFirst: true }];
  }
  refuseUnnamed(collections, all);
  refuseBoard(collections, all, settings);
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  const sheets = sheetsByAuthority(all.sources.kpiSheets, authorities);
  const ownOf = new Map(
    authorities.map((one) => [one, withInherited(collections, all, one, authorities)]),
  );
  const isInherited = (of: Pick<Collection, "id" | "read">, extract: unknown): boolean =>
    all.of(of).includes(extract) &&
    [...ownOf.values()].some(({ extracts }) => !extracts.of(of).includes(extract));
  const rows = withUsed(
    all.rows,
    [...ownOf.values()].flatMap(({ used }) => used),
  );
  const areas = authorities.map((authority, i): AreaToRead => {
    const isFirst = i === 0;
    const { extracts: own } = ownOf.get(authority)!;
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
      settings: { ...settings, authority, authorities: [], allOf: null },
      extracts: {
        files: all.files,
        of: <Extract>(of: Pick<Collection<Extract>, "id" | "read">) =>
          own
            .of(of)
            .filter(
              (extract) =>
                isHere(byId.get(of.id)?.authorityOf?.(extract) ?? null) &&
                !isInherited(of, extract),
            ),
        sources: {
          ...sources,
          kpiSheets: sheets.of.get(authority)!,
          boardSheets: sources.boardSheets.filter(isBoardHere),
        },
        findings: [
          ...(isFirst ? [...all.findings, ...sheets.findings, ...ended(authorities)] : []),
          ...own.findings.slice(all.findings.length),
        ],
        checks: isFirst ? all.checks : [],
        rows: sheets.rows(rows),
      },
    };
  });
  return withoutEmpty(collections, areas);
}
