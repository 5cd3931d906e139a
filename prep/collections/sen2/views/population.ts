import type { Day } from "../../../calendar/day";
import { placesOfPeople, type PlaceGroups } from "../../../protect/place-groups";
import { caseloadOn, type Caseload } from "../model/caseload";
import type { Sen2Model } from "../model/model";
import { planAlerts } from "../model/plan-alerts";
import { caseloadRows, type CaseloadRows } from "./caseload-view";
import type { NamedSettings } from "../model/settings";

/** Who has a plan in force on a day, and the same as rows that are counted. */
interface Population {
  readonly load: Caseload;
  readonly rows: CaseloadRows;
}

/** Makes the populations of a model; null on days that no return covers. */
function makerOf(model: Sen2Model): (day: Day) => Population | null {
  const places = placesOfPeople(model.people);
  const schools = schoolGroups(model.settings);
  return (day) => {
    const load = caseloadOn(model, day);
    return (
      load && {
        load,
        rows: caseloadRows(model, load, { alerts: planAlerts(model, load), places, schools }),
      }
    );
  };
}

interface Made {
  readonly make: (day: Day) => Population | null;
  /** Those that will be asked for again. */
  readonly kept: Map<Day, Population | null>;
}

const made = new WeakMap<Sen2Model, Made>();

/**
 * The population of a day, null where no return covers it. The caseload table and the figures have
 * some days in common: what is made to be kept stands for the next who asks, and no longer, for all
 * days together would be large.
 */
export function populationOn(model: Sen2Model, day: Day, { keep = false } = {}): Population | null {
  const { make, kept } = made.get(model) ?? { make: makerOf(model), kept: new Map() };
  made.set(model, { make, kept });
  const population = kept.has(day) ? kept.get(day)! : make(day);
  if (keep) kept.set(day, population);
  else kept.delete(day);
  return population;
}

const [ELSEWHERE, NOT_RECORDED] = ["not_at_school", "not_recorded"];

/** The schools and colleges that the returns name as groups, by setting key; their ids as values. */
function schoolGroups({ list, placements, planDetails }: NamedSettings): PlaceGroups {
  const named = new Set([...placements, ...planDetails].flatMap(({ setting }) => [...setting]));
  const keys = [...named]
    .filter((key) => key > 0 && list[key]!.code === null)
    .sort((a, b) => a - b);
  const of = Int32Array.from(list, (_, key) => keys.length + (key === 0 ? 1 : 0));
  keys.forEach((key, group) => (of[key] = group));
  return { values: [...keys.map((key) => list[key]!.id), ELSEWHERE, NOT_RECORDED], of };
}
