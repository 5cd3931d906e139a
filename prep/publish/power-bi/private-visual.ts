import { strFromU8, unzipSync } from "fflate";
import { array, is, looseObject, optional, record, string, unknown } from "valibot";

/** A packaged visual to embed. */
export interface PrivateVisual {
  readonly guid: string;
  /** The entries of the package, unchanged. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names of its field wells. */
  readonly roles: ReadonlySet<string>;
  /** What its field wells take: Grouping, Measure or GroupingOrMeasure. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Its settings: objects, each with its properties. */
  readonly objects: ReadonlyMap<string, ReadonlySet<string>>;
}

const manifest = looseObject({
  resources: array(looseObject({ file: string() })),
  visual: looseObject({ guid: string() }),
});
const content = looseObject({
  capabilities: looseObject({
    dataRoles: array(looseObject({ name: string(), kind: optional(string()) })),
    objects: record(string(), looseObject({ properties: record(string(), unknown()) })),
  }),
});

/**
 * The visual of a package's entries by path (package.json and one resource). Throws a plain error
 * where they are none.
 */
export function privateVisualOf(entries: Readonly<Record<string, Uint8Array>>): PrivateVisual {
  try {
    const about: unknown = JSON.parse(strFromU8(entries["package.json"]));
    if (!is(manifest, about)) throw new Error();
    const { guid } = about.visual;
    const resource = `resources/${guid}.pbiviz.json`;
    const inside: unknown = JSON.parse(strFromU8(entries[resource]));
    if (!is(content, inside)) throw new Error();
    return {
      guid,
      files: new Map([
        ["package.json", entries["package.json"]],
        [resource, entries[resource]],
      ]),
      roles: new Set(inside.capabilities.dataRoles.map(({ name }) => name)),
      kinds: new Map(
        inside.capabilities.dataRoles.flatMap(({ name, kind }) => (kind ? [[name, kind]] : [])),
      ),
      objects: new Map(
        Object.entries(inside.capabilities.objects).map(([name, { properties }]) => [
          name,
          new Set(Object.keys(properties)),
        ]),
      ),
    };
  } catch {
    throw new Error("it is not a packaged Power BI visual (.pbiviz)");
  }
}

/** Reads a .pbiviz, which is a zip. Throws a plain error where it is none. */
export function readPrivateVisual(bytes: Uint8Array): PrivateVisual {
  const entries = ((): Readonly<Record<string, Uint8Array>> => {
    try {
      return unzipSync(bytes);
    } catch {
      return {};
    }
  })();
  return privateVisualOf(entries);
}
