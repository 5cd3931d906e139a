import type { Reach } from "../model/reach";
import type { Field, Page, Visual } from "./report";

const isSlicer = ({ type }: Visual): boolean => type === "slicer";
const fieldsOf = ({ roles }: Visual): Field[] => Object.values(roles).flat();

const listed = (names: readonly string[]): string =>
  names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/**
 * A page whose slicers do what a reader expects: one that changes nothing on the page is left out,
 * and a visual that one leaves as it is, is cut off from it and says so in its title.
 */
export function withSlicersThatReach(page: Page, reach: Reach): Page {
  const filled = page.visuals.filter((visual) => !isSlicer(visual) && fieldsOf(visual).length > 0);
  const changes = (slicer: Visual, visual: Visual): boolean =>
    fieldsOf(visual).some((field) => reach(fieldsOf(slicer)[0].table, field));
  const slicers = page.visuals.filter(
    (visual) => isSlicer(visual) && filled.some((other) => changes(visual, other)),
  );
  const silentFor = (visual: Visual): Visual[] =>
    filled.includes(visual) ? slicers.filter((slicer) => !changes(slicer, visual)) : [];
  const cutOff = filled.flatMap((visual) =>
    silentFor(visual).map((slicer) => ({ slicer: slicer.id, visual: visual.id })),
  );
  const visuals = page.visuals
    .filter((visual) => !isSlicer(visual) || slicers.includes(visual))
    .map((visual) => {
      const silent = silentFor(visual);
      const names = silent.map((slicer) => fieldsOf(slicer)[0].name);
      const verb = silent.length === 1 ? "does" : "do";
      return silent.length === 0
        ? visual
        : { ...visual, title: `${visual.title} (${listed(names)} ${verb} not change this)` };
    });
  return { ...page, visuals, ...(cutOff.length > 0 ? { cutOff } : {}) };
}
