export interface XmlOptions {
  /** Table name by lower-cased element name, or by lower-cased `parent/child`. Each such element is a row. */
  readonly records: Readonly<Record<string, string>>;
  /** Table whose one row is the root element: what stands in no other record is a field of it. */
  readonly root: string;
  readonly maxDepth?: number;
  readonly maxNameLength?: number;
  readonly maxTextLength?: number;
  readonly maxNames?: number;
}
