import type { Severity } from "../prep/check/finding";
import type { RecognisedFile } from "../prep/input-file";
import type { ProfileName } from "../prep/publish/disclosure/profile";
import type { Payload } from "./worker/payload";

/** A file that the user gave: its path below the folder that was given, with `/`. */
export interface GivenFile {
  readonly path: string;
  readonly file: Blob;
}

/** Where the key of the pseudonyms comes from. */
export type KeyWish =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "passphrase"; readonly passphrase: string; readonly salt: Uint8Array };

/** What to build, from what. */
export interface BuildWish {
  readonly files: readonly GivenFile[];
  /** Null: as the settings or the files say. */
  readonly authority: string | null;
  /** ISO date, or null. */
  readonly asAt: string | null;
  readonly profile: ProfileName;
  /** Null where no children are expected in the files. */
  readonly key: KeyWish | null;
  /** Folder that the output will be put in: the Power BI project reads it there. */
  readonly dataFolder: string;
}

/** A rule that was broken: how often, and where first. */
export interface BrokenRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  readonly message: string;
  readonly action: string;
  readonly places: readonly string[];
}

/** A row of the visual, by field well. */
export type BoardRow = Readonly<Record<string, string | number | undefined>>;

/** What came of a build. */
export interface Built {
  readonly profile: ProfileName;
  readonly files: readonly RecognisedFile[];
  /** Worst first. */
  readonly rules: readonly BrokenRule[];
  readonly rowsIn: number;
  readonly rowsRejected: number;
  readonly board: readonly BoardRow[];
  readonly output: readonly { readonly path: string; readonly bytes: number }[];
  /** What to know of what was written, one sentence each. */
  readonly notes: readonly string[];
  readonly seconds: number;
}

/** What the page asks the worker for, and what it answers. */
export interface Calls {
  start: { readonly ask: Payload; readonly answer: null };
  build: { readonly ask: BuildWish; readonly answer: Built };
  sample: { readonly ask: null; readonly answer: readonly GivenFile[] };
  zip: { readonly ask: readonly GivenFile[] | null; readonly answer: Blob };
  output: { readonly ask: null; readonly answer: readonly GivenFile[] };
}

export type Ask = {
  [Name in keyof Calls]: {
    readonly id: number;
    readonly name: Name;
    readonly value: Calls[Name]["ask"];
  };
}[keyof Calls];

/** What the worker sends: progress, and in the end an answer or why there is none. */
export type Reply =
  | {
      readonly id: number;
      readonly kind: "progress";
      readonly stage: string;
      readonly done: number;
      readonly total: number | null;
    }
  | { readonly id: number; readonly kind: "answer"; readonly value: unknown }
  | { readonly id: number; readonly kind: "stopped"; readonly message: string }
  | { readonly id: number; readonly kind: "fault"; readonly what: string };
