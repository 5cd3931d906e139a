/** Something wrong with a generated project. */
export interface Fault {
  readonly rule: string;
  /** The object or the file. */
  readonly where: string;
  readonly message: string;
}
