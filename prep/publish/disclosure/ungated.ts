import type { Settings } from "../../settings";
import { Stop } from "../../stop";

/**
 * Counts what leaves rows out too: in what is published the gate stands behind disclosure control.
 * Throws `Stop` (usage) where an area of several councils is asked for.
 */
export function ungated(settings: Settings): Settings {
  // The sum of councils less all but one of them is that one's number, hidden or not.
  if (settings.allOf !== null)
    throw new Stop(
      "usage",
      "An area of several councils (--all-of, allOf) goes with an internal build: its sums would give hidden numbers away. Name the councils with --authority.",
    );
  return { ...settings, coverage: { ...settings.coverage, notAvailableAbove: 100 } };
}
