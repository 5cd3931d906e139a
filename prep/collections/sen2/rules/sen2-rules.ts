import type { Rule, RuleText } from "../../../check/rule";
import { assessmentRules } from "./assessment";
import { columnRules } from "./columns";
import { headerRules } from "./header";
import { identityRules } from "./identity";
import { inForceRules } from "./in-force";
import { institutionRules } from "./institution";
import { keyRules } from "./keys";
import { needRules } from "./need";
import { personRules } from "./person";
import { placementRules } from "./placement";
import { planRules } from "./plan";
import { reportedElsewhere } from "./reported-elsewhere";
import { requestRules } from "./requests";
import { reviewRules } from "./review";
import { shareRules } from "./shares";
import type { Sen2Source } from "./source";

/** Every rule that looks at one SEN2 return, in the order of the return. */
export const sen2Rules: readonly Rule<Sen2Source>[] = [
  ...headerRules,
  ...keyRules,
  ...personRules,
  ...identityRules,
  ...requestRules,
  ...assessmentRules,
  ...planRules,
  ...shareRules,
  ...institutionRules,
  ...placementRules,
  ...inForceRules,
  ...reviewRules,
  ...needRules,
  ...columnRules,
];

/**
 * The words of every SEN2 rule by id, also of those that are found elsewhere: rows of
 * `checks/rules.csv`.
 */
export const describeSen2Rules = (): RuleText[] =>
  [...sen2Rules, ...Object.values(reportedElsewhere)]
    .map(({ id, severity, table, field, message, action, basis }) => ({
      id,
      severity,
      table,
      field,
      message,
      action,
      basis,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
