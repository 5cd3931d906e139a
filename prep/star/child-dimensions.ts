import type { StarTable } from "./declaration";
import { key, order, text } from "./dimension-columns";
import { withWords } from "./words-of-codes";

export const personDimension: StarTable = withWords(
  { sex: "sex", ethnicity: "ethnicity", ethnicity_group: "ethnicity_group" },
  {
    name: "person",
    kind: "dimension",
    label: "Person",
    description:
      "Children and young people under pseudonyms. No name, date of birth, identifier or postcode.",
    grain: "One child or young person",
    key: ["person_key"],
    columns: [
      key("person_key", "Person key"),
      {
        ...text(
          "pseudonym",
          "Pseudonym",
          "Keyed hash of the strongest identifier; the same in every build with the same key.",
        ),
        hidden: true,
      },
      text("sex", "Sex", "M, F or not_recorded."),
      text("ethnicity", "Ethnicity", "Ethnicity code of the latest return."),
      text(
        "ethnicity_group",
        "Ethnicity group",
        "white, mixed, asian, black, other, not_stated or not_recorded.",
      ),
      text(
        "birth_month",
        "Birth month",
        "Year and month of birth; blank unless the configuration asks for it.",
      ),
      text("ward", "Ward", "Ward of the latest postcode, where a postcode directory was given."),
      text(
        "locality",
        "Locality",
        "The council's own area that the ward lies in, where a look-up was given.",
      ),
      text(
        "lsoa",
        "LSOA",
        "Lower layer super output area of the latest postcode, where a postcode directory was given.",
      ),
      { name: "has_upn", type: "boolean", label: "Has UPN", description: "A valid UPN is known." },
    ],
  },
);

export const personAlias: StarTable = {
  name: "person_alias",
  kind: "bridge",
  label: "Person alias",
  description:
    "Keyed hashes of the other identifiers of each person, so that a later extract that has only one of them finds the same person.",
  grain: "One other identifier of one person",
  key: ["person_key", "kind", "alias"],
  columns: [
    {
      name: "person_key",
      type: "int64",
      label: "Person key",
      description: "Person key, a whole number.",
      hidden: true,
      references: "person.person_key",
    },
    text("kind", "Kind", "upn, uln or name."),
    { ...text("alias", "Alias", "Keyed hash of the identifier."), hidden: true },
  ],
};

export const needDimension: StarTable = {
  name: "need",
  kind: "dimension",
  label: "Need",
  description: "Types of special educational need.",
  grain: "One SEN type",
  key: ["need"],
  columns: [
    text("need", "Need", "SEN type code, or not_recorded."),
    text("need_label", "Need name", "The SEN type in words."),
    text("area_of_need", "Area of need", "Broad area of need of the SEND code of practice."),
    order,
  ],
};

export const settingDimension: StarTable = withWords(
  { setting_code: "sen_setting", authority: "authority" },
  {
    name: "setting",
    kind: "dimension",
    label: "Setting",
    description: "Schools, colleges and other settings that children are placed at.",
    grain: "One setting",
    key: ["setting_key"],
    columns: [
      key("setting_key", "Setting key"),
      text(
        "setting_id",
        "Setting id",
        "URN, UKPRN, SENsetting code, or authority and establishment number of a school, with its kind before it.",
      ),
      text("urn", "URN", "Unique Reference Number."),
      text("ukprn", "UKPRN", "UK Provider Reference Number."),
      text("setting_code", "SEN setting", "SENsetting code."),
      text("setting_name", "Setting name", "Name in the school register, else the code in words."),
      text("establishment_type", "Establishment type", "Type in the school register."),
      text("phase", "Phase", "Phase of education in the school register."),
      text(
        "authority",
        "Authority of setting",
        "Three-digit number of the authority that the setting is in.",
      ),
      {
        name: "out_of_area",
        type: "boolean",
        label: "Out of area",
        description: "In another authority than the child's; blank where not known.",
      },
    ],
  },
);

export const settingGroupDimension: StarTable = withWords(
  { setting_family: "setting_family" },
  {
    name: "setting_group",
    kind: "dimension",
    label: "Setting group",
    description: "Placement groups of the published release on education, health and care plans.",
    grain: "One placement group",
    key: ["setting_group"],
    columns: [
      text("setting_group", "Setting group", "Id of the group."),
      text("setting_group_label", "Setting group name", "The group in words."),
      text(
        "setting_family",
        "Kind of setting",
        "mainstream, state_special, independent_special, alternative_provision, further_education, early_years, elsewhere or not_recorded.",
      ),
      order,
    ],
  },
);

export const ageBandDimension: StarTable = withWords(
  { age_band: "age_band" },
  {
    name: "age_band",
    kind: "dimension",
    label: "Age band",
    description: "Age bands of the indicators.",
    grain: "One age band",
    key: ["age_band"],
    columns: [
      text("age_band", "Age band", "0-4, 5-10, 11-15, 16-19, 20-25, other_age or not_recorded."),
      order,
    ],
  },
);
