import type { Day } from "../../../calendar/day";
import { placesOfPeople } from "../../../protect/place-groups";
import { caseloadOn, type Caseload } from "../model/caseload";
import type { Sen2Model } from "../model/model";
import { planAlerts } from "../model/plan-alerts";
import { schoolGroups } from "./school-groups";
import { caseloadRows, type CaseloadRows } from "./caseload-view";

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
