import type { Severity } from "../prep/check/finding";
import type { RecognisedFile } from "../prep/input-file";
import type { ProfileName } from "../prep/publish/disclosure/profile";
import type { WrittenBoard } from "../prep/sources/board-file/board-file";
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

/** What a list of cases or a pack is made from. */
export type CaseWish = Pick<BuildWish, "files" | "authority" | "asAt">;

/** A list that shows who is meant. */
export interface ListWish extends CaseWish {
  readonly list: string;
  readonly names: boolean;
  /** Days ahead. */
  readonly within: number;
}

/** A pack for a freedom of information request; days as ISO dates. */
export interface PackWish extends CaseWish {
  readonly from: string;
  readonly to: string;
  readonly by: "week" | "month";
  readonly profile: "public" | "nhs";
}

/** A list or a pack that was made: its files as a zip, and what to know of it. */
export interface Made {
  readonly zip: Blob;
  readonly notes: readonly string[];
  /** A row of headings, then rows of counts. */
  readonly counts: readonly (readonly (string | number)[])[];
}

/** A board file to be changed, made of what the files hold. */
export interface BoardDraft {
  readonly board: WrittenBoard;
  /** Paths of the board files that it takes the place of. */
  readonly replaces: readonly string[];
  /** Names of the KPIs of the catalogue. */
  readonly names: readonly string[];
}

/** A list that there is, in words. */
interface KnownList {
  readonly name: string;
  readonly description: string;
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
export type BoardTableRow = Readonly<Record<string, string | number | undefined>>;

/** What came of a build. */
export interface BuildAnswer {
  readonly profile: ProfileName;
  readonly files: readonly RecognisedFile[];
  /** Worst first. */
  readonly rules: readonly BrokenRule[];
  readonly rowsIn: number;
  readonly rowsRejected: number;
  readonly board: readonly BoardTableRow[];
  readonly output: readonly { readonly path: string; readonly bytes: number }[];
  /** What to know of what was written, one sentence each. */
  readonly notes: readonly string[];
  readonly seconds: number;
  /** Whether pseudonyms were made, so that the key matters. */
  readonly keyUsed: boolean;
  /** The lists of cases that these files may give. */
  readonly lists: readonly KnownList[];
  /** The settings of the build, as the text of a settings file. */
  readonly settingsFile: string;
}

/** What the page asks the worker for, and what it answers. */
export interface Calls {
  start: { readonly ask: Payload; readonly answer: null };
  build: { readonly ask: BuildWish; readonly answer: BuildAnswer };
  sample: { readonly ask: null; readonly answer: readonly GivenFile[] };
  zip: { readonly ask: readonly GivenFile[] | null; readonly answer: Blob };
  output: { readonly ask: null; readonly answer: readonly GivenFile[] };
  /** The files of zips that hold a settings file, as if their folder had been given. */
  unpack: { readonly ask: readonly GivenFile[]; readonly answer: readonly GivenFile[] };
  list: { readonly ask: ListWish; readonly answer: Made };
  pack: { readonly ask: PackWish; readonly answer: Made };
  draft: { readonly ask: CaseWish; readonly answer: BoardDraft };
  boardFile: { readonly ask: WrittenBoard; readonly answer: Blob };
  /** The file of the register that says what the last build for publishing releases. */
  release: { readonly ask: null; readonly answer: GivenFile };
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
