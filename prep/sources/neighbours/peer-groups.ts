import {
  authoritiesOn,
  authorityEverOfGss,
  isInvented,
  isKnownAuthority,
} from "../../reference/authorities";
import { boardAreasToday } from "../../reference/board-areas";
import type { Neighbour, NeighbourModel } from "./neighbour-models";

/** A group of authorities in the settings: by their numbers or GSS codes, or by areas that hold them. */
export interface PeerSetting {
  readonly name: string | null;
  readonly areas: readonly string[];
}

const current = () => authoritiesOn().filter((one) => !isInvented(one));

const ofBoards = (isOne: (board: string) => boolean): string[] =>
  boardAreasToday().flatMap(({ authority, board }) => (isOne(board) ? authority : []));

/**
 * The authorities that a word of the settings stands for: `england`, `region` and `board` (those of
 * the authority itself), a region by name or code, a board by its ODS code, an authority by number or
 * GSS code. Null where it stands for none.
 */
function membersOf(word: string, authority: string): readonly string[] | null {
  const lower = word.trim().toLowerCase();
  if (lower === "england") return current().map(({ code }) => code);
  if (lower === "region") {
    const own = authoritiesOn().find(({ code }) => code === authority);
    return current().flatMap(({ code, regionCode }) =>
      own !== undefined && regionCode === own.regionCode ? code : [],
    );
  }
  if (lower === "board") {
    const own = new Set(
      boardAreasToday().flatMap((row) => (row.authority === authority ? row.board : [])),
    );
    return ofBoards((board) => own.has(board));
  }
  const ofRegion = current().filter(
    ({ region, regionCode }) => regionCode === word.trim() || region.toLowerCase() === lower,
  );
  if (ofRegion.length > 0) return ofRegion.map(({ code }) => code);
  const inBoard = ofBoards((board) => board === word.trim().toUpperCase());
  if (inBoard.length > 0) return inBoard;
  const one = isKnownAuthority(word.trim()) ? word.trim() : authorityEverOfGss(word.trim());
  return one === null ? null : [one];
}

/** Authorities as peers of one of them, in the order of their numbers. */
export const asPeers = (codes: Iterable<string>, authority: string): Neighbour[] =>
  [...new Set(codes)]
    .filter((code) => code !== authority)
    .sort()
    .map((code, i) => ({ code, rank: i + 1, closeness: null }));

/** The groups of the settings as models of one authority, which is no peer of its own. */
export const peersOfSettings = (
  settings: readonly PeerSetting[],
  authority: string,
): NeighbourModel[] =>
  settings.map(({ name, areas }) => ({
    version: name?.trim() ?? "",
    name: name?.trim() ?? "",
    source: "send-scorecard.json",
    licence: "Chosen by the council",
    arePeers: true,
    neighbours: new Map([
      [
        authority,
        asPeers(
          areas.flatMap((word) => membersOf(word, authority) ?? []),
          authority,
        ),
      ],
    ]),
  }));

/** Words of the settings that stand for no area, and groups without a name. */
export function faultsOfPeers(settings: readonly PeerSetting[]): string[] {
  return settings.flatMap(({ name, areas }, i) => {
    const called = name?.trim() || `group ${i + 1}`;
    const unknown = areas.filter((word) => membersOf(word, "") === null);
    return [
      ...((name?.trim() ?? "") === "" ? [`The peer ${called} has no name.`] : []),
      ...(areas.length === 0 ? [`The peer group ${called} names no areas.`] : []),
      ...unknown.map((word) => `The peer group ${called} names "${word}", which is no area.`),
    ];
  });
}
