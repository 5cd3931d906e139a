import type { Rule, RuleText } from "../../check/rule";
import { assessmentRules } from "./rules/assessment";
import { columnRules } from "./rules/columns";
import { headerRules } from "./rules/header";
import { identityRules } from "./rules/identity";
import { inForceRules } from "./rules/in-force";
import { institutionRules } from "./rules/institution";
import { keyRules } from "./rules/keys";
import { needRules } from "./rules/need";
import { personRules } from "./rules/person";
import { placementRules } from "./rules/placement";
import { planRules } from "./rules/plan";
import { reportedElsewhere } from "./rules/reported-elsewhere";
import { requestRules } from "./rules/requests";
import { reviewRules } from "./rules/review";
import { shareRules } from "./rules/shares";
import type { Sen2Source } from "./rules/source";

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

/** The words of every SEN2 rule by id, also of those that are found elsewhere: rows of `checks/rules.csv`. */
export const describeRules = (): RuleText[] =>
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
