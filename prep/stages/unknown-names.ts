import type { Finding } from "../check/finding";
import { nearest } from "../check/nearest";
import type { IndicatorTarget } from "../compare/targets";
import type { Settings } from "../settings";
import type { NeighbourModel } from "../sources/neighbours/neighbour-models";
import { faultsOfPeers, type PeerSetting } from "../sources/neighbours/peer-groups";

/** What the settings name, and what there is. */
interface NamesInSettings {
  readonly targets: readonly IndicatorTarget[];
  /** Rules of single KPIs. */
  readonly ratings: Settings["rating"]["kpis"];
  /** Ids of all indicators: of the catalogue, of the council's own and of the KPI sheets. */
  readonly indicators: ReadonlySet<string>;
}

const unknown = (field: string, record: string, words: string): Finding => ({
  rule: "T02",
  severity: "error",
  file: "send-scorecard.json",
  table: field,
  record,
  line: null,
  field,
  message: words,
  action: "Correct the name in the settings; indicator.csv of the output lists the indicators.",
});

/** A finding for each indicator with a target that does not exist, with the nearest that does. */
export function unknownNames({ targets, ratings, indicators }: NamesInSettings): Finding[] {
  const ids = [...indicators];
  const named = [
    ["targets", "A target", targets.map(({ indicator }) => indicator)],
    ["rating", "A rating rule", ratings.flatMap(({ indicator }) => indicator ?? [])],
  ] as const;
  return named.flatMap(([field, what, names]) =>
    [...new Set(names)]
      .filter((id) => !indicators.has(id))
      .map((id) => {
        const near = nearest(id, ids);
        const meant = near === null ? "" : ` Did you mean ${near}?`;
        return unknown(field, id, `${what} is set for ${id}, which is no indicator.${meant}`);
      }),
  );
}

interface PeersInSettings {
  readonly peers: readonly PeerSetting[];
  readonly neighbourModel: string | null;
  /** Models of ours and of the folder, groups of a table of peers among them. */
  readonly models: readonly NeighbourModel[];
}

/**
 * A finding for each group of peers that names what is no area, or has the name of another, and for
 * neighbours to be shown that there are none of.
 */
export function unknownPeers({ peers, neighbourModel, models }: PeersInSettings): Finding[] {
  const groups = peers.flatMap(({ name }) => name?.trim() ?? []);
  const names = [...models.map(({ version }) => version), ...groups];
  const twice = [
    ...new Set(groups.filter((name) => names.filter((one) => one === name).length > 1)),
  ];
  const near = neighbourModel === null ? null : nearest(neighbourModel, names);
  return [
    ...faultsOfPeers(peers).map((words) => unknown("peers", "", words)),
    ...twice.map((name) =>
      unknown("peers", name, `${name} is the name of two groups or models; the last is used.`),
    ),
    ...(neighbourModel === null || names.includes(neighbourModel)
      ? []
      : [
          unknown(
            "neighbourModel",
            neighbourModel,
            `${neighbourModel} is no neighbour model and no group of peers.${near === null ? "" : ` Did you mean ${near}?`}`,
          ),
        ]),
  ];
}
