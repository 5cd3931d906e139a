import { expect } from "chai";
import written from "../../../capabilities.json";
import welsh from "../../../stringResources/cy-GB/resources.resjson";
import british from "../../../stringResources/en-GB/resources.resjson";
import american from "../../../stringResources/en-US/resources.resjson";
import type { AssuranceIcon, VariationIcon } from "../../../src/kpi/spc";
import { JUDGEMENT_WORDS, RATING_WORDS, REASON_WORDS, STATUS_WORDS } from "../../../src/kpi/words";
import { capabilities } from "../../../src/capabilities";
import { formattingModel } from "../../../src/settings/formatting-model";
import { paletteOf } from "../../../src/settings/palettes";
import type { ColumnId } from "../../../src/settings/column-ids";
import { readSettings } from "../../../src/settings/read-settings";
import { settingsTable } from "../../../src/settings/settings-table";
import { roles } from "../../../src/model/roles";
import { wordsFrom } from "../../../src/host/words";

const host = {
  highContrast: false,
  foreground: "#252423",
  background: "#ffffff",
  selected: "#252423",
  positive: "#1aab40",
  neutral: "#d9b300",
  negative: "#d64554",
};

/** The pane with all that it can show. */
const WHOLE_PANE = { highContrast: false, columns: null } as const;

describe("settings", () => {
  it("are what capabilities.json declares", () => {
    expect(written).to.deep.equal(JSON.parse(JSON.stringify(capabilities())));
  });

  it("map each well once, in exactly one way for each use of the wells that take either", () => {
    const either = roles.filter(({ kind }) => kind === "GroupingOrMeasure");
    const { dataViewMappings } = written;
    expect(dataViewMappings).to.have.length(2 ** either.length);
    const fits = (used: Record<string, string | null>): number =>
      dataViewMappings.filter(({ conditions: [condition] }) =>
        Object.entries(used).every(([name, kind]) => {
          const { min = 0, kind: wanted } = (
            condition as Record<string, { min?: number; kind?: string }>
          )[name];
          return kind === null ? min === 0 : kind === wanted;
        }),
      ).length;
    for (const ownStatus of [null, "Grouping", "Measure"])
      for (const ownDirection of [null, "Grouping", "Measure"])
        expect(fits({ ownStatus, ownDirection })).to.equal(1);
    for (const { categorical } of dataViewMappings)
      expect(
        [...categorical.categories.select, ...categorical.values.select].map((one) =>
          one.bind ? one.bind.to : one.for?.in,
        ),
      ).to.have.members(roles.map(({ name }) => name));
  });

  it("have their defaults where nothing is set or a value is of the wrong kind", () => {
    const defaults = readSettings(undefined);
    expect(defaults.layout).to.include({
      view: "scorecard",
      density: "comfortable",
      summary: true,
    });
    expect(
      readSettings({
        layout: { view: "globe", summary: "yes" as never },
        text: { size: NaN as never },
        colours: { met: "red" as never },
      }),
    ).to.deep.equal(defaults);
    expect(
      readSettings({
        text: { size: 200 },
        layout: { view: "cards" },
        colours: { met: { solid: { color: "#123456" } } },
      }),
    ).to.deep.include({ text: { ...defaults.text, size: 24 } });
  });

  it("all stand in the pane once, each with a name, bound to their property", () => {
    const asked: string[] = [];
    const words = wordsFrom({
      getDisplayName: (key) => (asked.push(key), (british as Record<string, string>)[key] ?? ""),
    });
    const settings = readSettings(undefined);
    const { cards } = formattingModel(
      settings,
      paletteOf(settings.colours, host),
      words,
      WHOLE_PANE,
    );
    const slices = cards
      .flatMap((card) => ("groups" in card ? card.groups : []))
      .flatMap((group) => ("slices" in group ? (group.slices ?? []) : []));
    const bound = slices
      .map(
        (slice) =>
          (
            slice as unknown as {
              control: { properties: { descriptor: { objectName: string; propertyName: string } } };
            }
          ).control.properties.descriptor,
      )
      .map(({ objectName, propertyName }) => `${objectName}.${propertyName}`);
    expect(bound).to.have.members(
      Object.entries(settingsTable).flatMap(([card, table]) =>
        Object.keys(table).map((name) => `${card}.${name}`),
      ),
    );
    expect(slices.every((slice) => (slice as { displayName?: string }).displayName)).to.equal(true);
    expect(
      asked.filter((key) => (british as Record<string, string>)[key] === undefined),
    ).to.deep.equal([]);
    const drop = slices
      .map(
        (slice) =>
          (
            slice as unknown as {
              control: {
                type: string;
                properties: { value: unknown; items?: { displayName: string }[] };
              };
            }
          ).control,
      )
      .filter(({ type }) => type === "Dropdown");
    expect(
      drop.every(
        ({ properties }) =>
          properties.value !== undefined &&
          properties.items!.every(({ displayName }) => displayName !== ""),
      ),
    ).to.equal(true);
  });

  it("show nothing that the data has nothing for, so that the pane is short", () => {
    const settings = readSettings(undefined);
    const shown = (columns: readonly ColumnId[]): { cards: string[]; groups: number } => {
      const { cards } = formattingModel(settings, paletteOf(settings.colours, host), (key) => key, {
        highContrast: false,
        columns: new Set(columns),
      });
      return {
        cards: cards.flatMap((card) => ("uid" in card ? [card.uid!.replace("-card", "")] : [])),
        groups: cards.flatMap((card) =>
          "groups" in card && card.uid === "columns-card" ? card.groups : [],
        ).length,
      };
    };
    const few = shown(["indicator", "value", "target", "status"]);
    expect(few.groups).to.equal(4);
    expect(few.cards).to.not.include.members(["own"]);
    for (const card of ["own", "comparators", "direction", "trend"])
      expect(few.cards, card).to.not.include(card);
    const more = shown(["indicator", "value", "ownStatus", "england", "direction", "trend"]);
    expect(more.cards).to.include.members(["own", "comparators", "direction", "trend"]);
  });

  it("take a colour by a rule for each row, one colour for all, and the title by a measure", () => {
    const settings = readSettings(undefined);
    const { cards } = formattingModel(
      settings,
      paletteOf(settings.colours, host),
      (key) => key,
      WHOLE_PANE,
    );
    const descriptors = new Map<string, string>();
    JSON.stringify(cards, (_, value: unknown) => {
      const { propertyName } = (value ?? {}) as { propertyName?: string };
      const text = JSON.stringify(value);
      // What takes a setting back to its default has a shorter one.
      if (propertyName && text.length > (descriptors.get(propertyName)?.length ?? 0))
        descriptors.set(propertyName, text);
      return value;
    });
    for (const name of ["value", "row"]) {
      expect(descriptors.get(name)).to.contain('"instanceKind":3');
      expect(descriptors.get(name)).to.contain("dataViewWildcard");
      expect(descriptors.get(name)).to.contain('"altConstantValueSelector":{"static":{}}');
    }
    expect(descriptors.get("title")).to.contain('"instanceKind":3');
    expect(descriptors.get("met")).to.not.contain("instanceKind");
  });

  it("hide the colours in high contrast, where the host has two", () => {
    const settings = readSettings(undefined);
    const palette = paletteOf(settings.colours, {
      ...host,
      highContrast: true,
      foreground: "#ffff00",
      background: "#000000",
    });
    expect(new Set(Object.values(palette))).to.deep.equal(new Set(["#ffff00", "#000000"]));
    expect(
      formattingModel(settings, palette, (key) => key, {
        ...WHOLE_PANE,
        highContrast: true,
      }).cards.map((card) => ("uid" in card ? card.uid : "")),
    ).to.not.include("colours-card");
  });
});

describe("colours", () => {
  const channel = (value: number): number =>
    value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const luminance = (hex: string): number =>
    [1, 3, 5]
      .map(
        (at, index) =>
          [0.2126, 0.7152, 0.0722][index] * channel(parseInt(hex.slice(at, at + 2), 16) / 255),
      )
      .reduce((sum, part) => sum + part, 0);
  const contrast = (a: string, b: string): number => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  for (const preset of ["standard", "safe", "nhs", "monochrome"] as const) {
    it(`of the preset ${preset} can be read on white and on their own fill`, () => {
      const palette = paletteOf({ ...readSettings(undefined).colours, preset }, host);
      for (const ink of [
        "met",
        "near",
        "missed",
        "unrated",
        "improving",
        "worsening",
        "steady",
        "own",
        "region",
        "england",
        "value",
        "quiet",
      ] as const)
        expect(contrast(palette[ink], "#ffffff"), ink).to.be.at.least(4.5);
      for (const status of ["met", "near", "missed"] as const)
        expect(contrast(palette[status], palette[`${status}Fill`]), status).to.be.at.least(4.5);
      expect(contrast(palette.neighbour, "#ffffff")).to.be.at.least(3);
    });
  }
});

describe("texts", () => {
  const keys = Object.keys(british).sort();
  it("are there in each language, with the same places for values", () => {
    for (const texts of [american, welsh] as Record<string, string>[]) {
      expect(Object.keys(texts).sort()).to.deep.equal(keys);
      const places = (text: string): string => (text.match(/\{\d\}/g) ?? []).sort().join();
      for (const key of keys)
        expect(places(texts[key]), key).to.equal(places((british as Record<string, string>)[key]));
    }
  });
  it("say what each of the wells is for that a newcomer needs, in each language", () => {
    const first = roles.filter((role) => role.first).map(({ name }) => name);
    expect(first).to.deep.equal(roles.slice(0, 10).map(({ name }) => name));
    for (const name of first) {
      const role = written.dataRoles.find((one) => one.name === name)!;
      expect((role as { descriptionKey?: string }).descriptionKey).to.equal(`about_${name}`);
      for (const texts of [british, american, welsh] as Record<string, string>[])
        expect(texts[`about_${name}`], name).to.have.length.within(20, 160);
    }
    expect(keys.filter((key) => key.startsWith("about_"))).to.have.length(first.length);
  });
  it("group the other wells by what they are for, in their names", () => {
    const rest = roles.filter((role) => !role.first && role.name !== "ownDirection");
    for (const texts of [british, american, welsh] as Record<string, string>[])
      expect(rest.filter(({ name }) => !/^\p{L}+: \S/u.test(texts[`role_${name}`]))).to.deep.equal(
        [],
      );
  });
  it("have none of the words of SEND where an author asks for neutral ones", () => {
    for (const texts of [british, american, welsh] as Record<string, string>[]) {
      const manager = { getDisplayName: (key: string) => texts[key] };
      const [usual, neutral] = [wordsFrom(manager), wordsFrom(manager, () => true)];
      const OF_SEND = /neighbou?r|authorit|\bg?c?h?ymdogion|\bcymydog|wdurdod/i;
      const shown = keys.filter((key) => !/^(role|about|neutral)_/.test(key));
      expect(shown.filter((key) => OF_SEND.test(neutral(key)))).to.deep.equal([]);
      expect(shown.filter((key) => OF_SEND.test(usual(key))).length).to.be.above(15);
    }
  });
  it("name every field well", () => {
    expect(
      roles.map(({ name }) => `role_${name}`).filter((key) => !keys.includes(key)),
    ).to.deep.equal([]);
  });
  it("say in English what the rules say", () => {
    const said = (prefix: string, words: Readonly<Record<string, string>>): void => {
      for (const [key, text] of Object.entries(words))
        if (text !== "")
          expect((british as Record<string, string>)[`${prefix}_${key}`], key).to.equal(text);
    };
    said("rating", RATING_WORDS);
    said("reason", REASON_WORDS);
    said("status", STATUS_WORDS);
    said("judgement", JUDGEMENT_WORDS);
  });
  it("have words for every icon of a process", () => {
    const variation: Readonly<Record<VariationIcon, string>> = {
      common_cause: "common cause",
      improvement_high: "improving",
      improvement_low: "improving",
      concern_high: "concern",
      concern_low: "concern",
      neutral_high: "high",
      neutral_low: "low",
    };
    const assurance: Readonly<Record<AssuranceIcon, string>> = {
      pass: "consistently reach",
      fail: "consistently miss",
      hit_and_miss: "sometimes reach",
    };
    const texts = british as Record<string, string>;
    for (const [icon, words] of Object.entries(variation))
      expect(texts[`variation_${icon}`], icon).to.include(words);
    for (const [icon, words] of Object.entries(assurance))
      expect(texts[`assurance_${icon}`], icon).to.include(words);
  });
});
