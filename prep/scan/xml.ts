import type { ProblemList } from "./problems";
import type { PushScanner } from "./push-scanner";
import { rolledOn } from "./rolling-buffer";
import * as xml from "./xml-characters";
import { XmlFault } from "./xml-characters";
import { elementTree, type ElementKind, type ElementTree } from "./xml-elements";
import { fieldSink } from "./xml-fields";
import {
  CDATA_END,
  CDATA_START,
  checkAttributes,
  endOfTag,
  isSelfClosing,
  markupAt,
} from "./xml-markup";
import type { XmlOptions } from "./xml-options";
import { isTagAt } from "./tag-words";
import { mayResume, nextRecord } from "./xml-resume";
import { decodeText } from "./xml-text";

const LONGEST_MARKUP = 1 << 20;
const LONGEST_NAME = 256;

/** The tables that files read with these options fill, one file after the other. */
export const treeFor = ({
  maxNameLength = LONGEST_NAME,
  maxNames = 10_000,
  ...options
}: XmlOptions): ElementTree =>
  elementTree({ ...options, longestName: maxNameLength, mostNames: maxNames });

/**
 * Reads XML into tables, one row a record element, one column a leaf element; see `XmlOptions`.
 * A breach of the XML rules within a record drops that record, and reading goes on at the next of
 * its kind; any other stops it. Complete records stay, and
 * each problem says what was lost.
 * An empty element is no value. Of a field that is there twice in one record the first value is kept.
 */
export function xmlScanner(
  {
    fields: wantedFields,
    maxDepth = 64,
    maxNameLength = LONGEST_NAME,
    maxTextLength = 1 << 16,
  }: XmlOptions,
  tree: ElementTree,
  problems: ProblemList,
): PushScanner {
  const { tables } = tree;

  let buffer: Uint8Array = new Uint8Array(2);
  let view = new DataView(buffer.buffer);
  let pos = 0;
  let end = 0;
  let base = 0;
  let line = 1;
  let stopped = false;
  let faults = 0;
  /** Some markup was read, so that no XML declaration may follow. */
  let begun = false;
  /** After a fault: bytes are passed over up to the next record. */
  let resuming = false;
  /** No more bytes come. */
  let last = false;
  /** The file was there to its end. */
  let whole = true;

  let depth = 0;
  let rootSeen = false;
  const kinds: ElementKind[] = [];
  const rows = new Int32Array(maxDepth + 1);
  const openedOn = new Int32Array(maxDepth + 1);
  const hasChild = new Uint8Array(maxDepth + 1);
  const lastChild: (ElementKind | null)[] = [];
  /**
   * Depth of the open record just below the root, and the tables' lengths before it; 0 when none is
   * open.
   */
  let outermost = 0;
  const rowsBefore = new Int32Array(tables.length);
  let text = new Uint8Array(1 << 10);
  let textLength = 0;

  const fields = fieldSink();

  function addText(from: number, to: number, cdata: boolean): void {
    const needed = textLength + to - from;
    if (needed > maxTextLength) throw xml.textTooLong(from, maxTextLength);
    if (needed > text.length) {
      const wider = new Uint8Array(Math.min(maxTextLength, needed * 2));
      wider.set(text);
      text = wider;
    }
    textLength = decodeText(buffer, from, to, text, textLength, cdata);
  }

  /**
   * Takes the text gathered so far: the field's value when the element is a leaf, else noted as
   * stray.
   */
  function closeText(kind: ElementKind | null, row: number): void {
    let from = 0;
    let to = textLength;
    while (to > 0 && text[to - 1] <= xml.SPACE) to--;
    while (from < to && text[from] <= xml.SPACE) from++;
    textLength = 0;
    if (from === to) return;
    if (kind !== null && kind.table === null && kind.owner !== null)
      fields.set(kind, row, text, from, to, line);
    else fields.stray(line);
  }

  function open(kind: ElementKind): void {
    if (depth === maxDepth)
      throw new XmlFault(
        "xml-too-deep",
        `Elements are nested deeper than ${maxDepth}. The file is damaged or not an extract.`,
        pos,
      );
    let row = depth === 0 ? -1 : rows[depth - 1];
    if (kind.table !== null) {
      if (outermost > 0 && kind.table === kinds[outermost].table)
        throw new XmlFault(
          "xml-record-in-itself",
          `A record begins here within one of its own kind, which was opened on line ${openedOn[outermost]}. An end tag is missing.`,
          pos,
        );
      if (outermost === 0 && !kind.container) {
        outermost = depth;
        for (let i = 0; i < tables.length; i++) rowsBefore[i] = tables[i].rowCount;
      }
      row = kind.table.addRow(line, row);
    }
    kinds[depth] = kind;
    rows[depth] = row;
    openedOn[depth] = line;
    hasChild[depth] = 0;
    lastChild[depth] = null;
    depth++;
  }

  function close(): void {
    depth--;
    if (textLength > 0) closeText(hasChild[depth] === 1 ? null : kinds[depth], rows[depth]);
    if (depth === outermost) outermost = 0;
  }

  /**
   * Reads one start tag at `pos`, and its text and end tag too when it is a plain field. False when
   * the buffer ends first.
   */
  function startTag(): boolean {
    const bytes = buffer;
    const nameStart = pos + 1;
    const parent = depth === 0 ? null : kinds[depth - 1];
    let kind: ElementKind | null = null;
    let nameEnd = nameStart;
    const previous = parent === null ? null : lastChild[depth - 1];
    const guess = parent === null ? null : previous === null ? parent.firstChild : previous.next;
    if (guess !== null && isTagAt(view, pos, end, guess.startTag)) {
      kind = guess;
      nameEnd = nameStart + guess.name.length;
    }
    let tagEnd = nameEnd;
    if (kind === null) {
      tagEnd = endOfTag(bytes, nameStart, end);
      if (tagEnd === -1) return waitForMore(LONGEST_MARKUP);
      const selfClosing = isSelfClosing(bytes, nameStart, tagEnd);
      const stop = selfClosing ? tagEnd - 1 : tagEnd;
      while (nameEnd < stop && !xml.isBlank(bytes[nameEnd])) nameEnd++;
      if (parent === null) {
        if (rootSeen)
          throw new XmlFault(
            "xml-second-root",
            "A second outermost element begins here. Two files were joined: split them.",
            pos,
          );
        kind = tree.root(bytes, nameStart, nameEnd);
        rootSeen = true;
        begun = true;
      } else {
        kind = tree.child(parent, bytes, nameStart, nameEnd);
        if (previous === null) parent.firstChild = kind;
        else previous.next = kind;
      }
      const hasData = nameEnd < stop && checkAttributes(bytes, nameEnd, stop, maxNameLength);
      if (hasData && parent !== null) fields.odd("attributes", line);
      if (parent !== null) {
        noteChild(kind);
        if (
          nameEnd === tagEnd &&
          kind.table === null &&
          depth < maxDepth &&
          plainField(kind, nameEnd + 1)
        )
          return true;
      }
      open(kind);
      line += xml.countLines(bytes, nameEnd, tagEnd);
      if (selfClosing) close();
      pos = tagEnd + 1;
      return true;
    }
    noteChild(kind);
    if (kind.table === null && depth < maxDepth && plainField(kind, nameEnd + 1)) return true;
    open(kind);
    pos = nameEnd + 1;
    return true;
  }

  function noteChild(kind: ElementKind): void {
    if (textLength > 0) closeText(null, 0);
    hasChild[depth - 1] = 1;
    lastChild[depth - 1] = kind;
    const above = kinds[depth - 1];
    if (wantedFields && above.wanted && above.table === null) fields.odd("elements", line);
  }

  /**
   * The quick way for `<Field>text</Field>` that is wholly in the buffer and needs no decoding.
   * False when it is anything else.
   */
  function plainField(kind: ElementKind, textStart: number): boolean {
    const bytes = buffer;
    let i = textStart;
    while (xml.TEXT_CLASS[bytes[i]] === 0) i++;
    if (bytes[i] !== xml.LESS || i - textStart > maxTextLength) return false;
    if (!isTagAt(view, i, end, kind.endTag)) return false;
    let from = textStart;
    let to = i;
    while (to > from && bytes[to - 1] <= xml.SPACE) to--;
    while (from < to && bytes[from] <= xml.SPACE) from++;
    if (from < to) fields.set(kind, rows[depth - 1], bytes, from, to, line);
    pos = i + kind.endTag.length;
    return true;
  }

  function endTag(): boolean {
    const bytes = buffer;
    const nameAt = pos + 2;
    if (depth === 0)
      throw new XmlFault("xml-mismatched-tag", "An end tag is here with nothing open.", pos);
    const { name, endTag: whole } = kinds[depth - 1];
    if (isTagAt(view, pos, end, whole)) {
      close();
      pos += whole.length;
      return true;
    }
    let i = 0;
    while (i < name.length && bytes[nameAt + i] === name[i]) i++;
    let at = nameAt + i;
    if (i === name.length) while (at < end && xml.isBlank(bytes[at])) at++;
    if (at >= end) return waitForMore(LONGEST_MARKUP);
    if (i < name.length || bytes[at] !== xml.GREATER)
      throw new XmlFault(
        "xml-mismatched-tag",
        `The end tag here does not match the element that was opened on line ${openedOn[depth - 1]}. A tag is missing or misspelt.`,
        pos,
      );
    close();
    line += xml.countLines(bytes, nameAt, at);
    pos = at + 1;
    return true;
  }

  function otherMarkup(): boolean {
    const found = markupAt(buffer, pos, end, !begun, maxNameLength);
    if (found === null) return waitForMore(LONGEST_MARKUP);
    if (found.cdata) {
      if (depth === 0)
        throw new XmlFault("xml-text-outside-root", "Text is outside the outermost element.", pos);
      addText(pos + CDATA_START.length, found.next - CDATA_END.length, true);
    }
    begun = true;
    line += xml.countLines(buffer, pos, found.next);
    pos = found.next;
    return true;
  }

  function waitForMore(longest: number): false {
    if (end - pos > longest)
      throw new XmlFault(
        "xml-too-long",
        `A tag, comment or text here is longer than ${longest} bytes.`,
        pos,
      );
    return false;
  }

  /** Reads the text from `pos` up to the next `<`. False when the buffer ends first. */
  function textRun(): boolean {
    const bytes = buffer;
    let i = pos;
    let lines = 0;
    let blank = true;
    for (;;) {
      const byte = bytes[i];
      const kind = xml.TEXT_CLASS[byte];
      if (kind === 0) {
        if (byte !== xml.SPACE && byte !== xml.TAB) blank = false;
      } else if (kind === xml.TEXT_LF) lines++;
      else if (kind === xml.TEXT_LESS) break;
      else if (kind === xml.TEXT_CR) lines += bytes[i + 1] === xml.LF ? 0 : 1;
      else {
        blank = false;
        xml.checkTextByte(bytes, i, kind);
      }
      i++;
    }
    if (i - pos > maxTextLength) throw xml.textTooLong(pos, maxTextLength);
    if (i === end) return false;
    if (!blank || textLength > 0) {
      if (depth === 0)
        throw new XmlFault(
          "xml-text-outside-root",
          "Text is outside the outermost element. The file is not XML, or something was added to it.",
          pos,
        );
      addText(pos, i, false);
    }
    line += lines;
    pos = i;
    return true;
  }

  /** Passes over the line breaks and indents that are most of what stands between tags. */
  function skipIndent(): void {
    const bytes = buffer;
    let i = pos;
    let lines = 0;
    let byte = bytes[i];
    for (; byte === xml.SPACE || byte === xml.LF || byte === xml.TAB; byte = bytes[++i])
      if (byte === xml.LF) lines++;
    if (byte !== xml.LESS || i >= end) return;
    line += lines;
    pos = i;
  }

  function consume(): void {
    // Stands after the last byte, so that the loops over text need not look at the end.
    buffer[end] = xml.LESS;
    if (resuming && !resume()) return;
    while (pos < end) {
      if (textLength === 0) skipIndent();
      if (buffer[pos] !== xml.LESS && !textRun()) return;
      if (pos + 1 >= end) return;
      const next = buffer[pos + 1];
      if (
        !(next === xml.SLASH
          ? endTag()
          : next === 0x21 || next === 0x3f
            ? otherMarkup()
            : startTag())
      )
        return;
    }
  }

  /** Passes on to the next record. False when it is not in the buffer yet. */
  function resume(): boolean {
    const found = nextRecord(buffer, pos, end, {
      record: kinds[depth].name,
      parent: kinds[depth - 1].name,
      last,
    });
    const next = found < 0 ? Math.min(end, -1 - found) : found;
    line += xml.countLines(buffer, pos, next);
    pos = next;
    resuming = found < 0;
    return !resuming;
  }

  /**
   * Drops the record that a fault stands in. Reading goes on behind it where that is safe, else it
   * ends.
   */
  function stop(fault: XmlFault): void {
    const faultLine = line + xml.countLines(buffer, pos, Math.min(fault.at, end));
    faults++;
    resuming = outermost > 0 && mayResume(fault.code);
    stopped = !resuming;
    let lost = 0;
    if (outermost > 0) {
      for (let i = 0; i < tables.length; i++) {
        lost += tables[i].rowCount - rowsBefore[i];
        tables[i].dropFrom(rowsBefore[i]);
      }
    }
    const left =
      lost === 0
        ? ""
        : ` The record that was being read (it begins on line ${openedOn[outermost]}) is left out, ${lost} row${lost === 1 ? "" : "s"} in all.`;
    const further = resuming
      ? "Reading goes on at the next record."
      : "Reading stopped here; what was complete before it is kept.";
    problems.add(
      fault.code,
      "error",
      `${fault.message} ${further}${left}`,
      faultLine,
      base + fault.at,
      lost,
    );
    if (!resuming) return;
    // The fault may stand in the start tag of the next record itself.
    textLength = 0;
    depth = outermost;
    outermost = 0;
  }

  function guarded(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      stop(error);
    }
  }

  /** Reads what is in the buffer, past every fault that lets it. */
  function readOn(): void {
    for (let before = -1; before !== faults && !stopped;) {
      before = faults;
      guarded(consume);
    }
  }

  return {
    push(bytes) {
      if (stopped) return;
      // Two spare bytes: the stop, and one to look ahead past it.
      buffer = rolledOn(buffer, pos, end, bytes, 2);
      if (view.buffer !== buffer.buffer) view = new DataView(buffer.buffer);
      end += bytes.length - pos;
      base += pos;
      pos = 0;
      readOn();
    },
    end(complete) {
      whole = complete;
      last = true;
      if (!stopped) readOn();
      if (!stopped) {
        guarded(() => {
          if (depth > 0)
            throw new XmlFault(
              "xml-truncated",
              "The file ends before its last element does: it was cut off. Export or copy it again.",
              end,
            );
          if (!rootSeen) throw new XmlFault("xml-empty", "The file has no element in it.", end);
          if (pos < end && (buffer[pos] === xml.LESS || !xml.isAllBlank(buffer, pos, end)))
            throw new XmlFault(
              "xml-text-outside-root",
              "Something that is no XML follows the last element.",
              pos,
            );
        });
      }
      fields.report(problems);
    },
    tables: () => tables.map((table) => table.finish(true)),
    rowsSeen: () => new Map(tables.map((table) => [table.name, table.rowsSeen])),
    passedOver: fields.passedOver,
    readInPart: () => !whole || faults > 0,
    uneven: () => 0,
    brokenOff: () => !whole || stopped,
  };
}
