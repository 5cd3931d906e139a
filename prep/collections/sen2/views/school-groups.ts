import type { PlaceGroups } from "../../../protect/place-groups";
import type { Settings } from "../model/settings";

const [ELSEWHERE, NOT_RECORDED] = ["not_at_school", "not_recorded"];

/** The schools and colleges that the returns name as groups, by setting key; their ids as values. */
export function schoolGroups({ list, placements, planDetails }: Settings): PlaceGroups {
  const named = new Set([...placements, ...planDetails].flatMap(({ setting }) => [...setting]));
  const keys = [...named]
    .filter((key) => key > 0 && list[key]!.code === null)
    .sort((a, b) => a - b);
  const of = Int32Array.from(list, (_, key) => keys.length + (key === 0 ? 1 : 0));
  keys.forEach((key, group) => (of[key] = group));
  return { values: [...keys.map((key) => list[key]!.id), ELSEWHERE, NOT_RECORDED], of };
}
