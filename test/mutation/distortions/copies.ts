import { bytesOfText, textOf } from "../csv-table";
import { inPlace, ofFiles, ofText, shuffled, someOf, type Distortion } from "../distortion";
import type { WorldFile } from "../world";

const XML = { forms: ["xml"] } as const;
const SEN2 = { forms: ["xml"], sources: ["sen2"] } as const;
const CENSUS = { forms: ["xml"], sources: ["school-census"] } as const;

const LEAF = /<(\w+)>([^<>]*)<\/\1>/g;

/** Names of the fields of a file that have a value. */
const fieldsOf = (text: string): string[] => [
  ...new Set([...text.matchAll(LEAF)].map(([, tag]) => tag)),
];

/** A copy of a file under another name, written anew. */
const besides = (file: WorldFile, name: string, write: (text: string) => string): WorldFile => ({
  ...file,
  name: file.name.replace(/(\.\w+)$/, `${name}$1`),
  bytes: bytesOfText(write(textOf(file.bytes))),
});

/** The text without one of its persons, in the middle. */
const withoutPerson = (text: string): string => {
  const people = [...text.matchAll(/<Person>[^]*?<\/Person>/g)];
  if (people.length < 3) return text;
  const { 0: person, index } = people[people.length >> 1];
  return text.slice(0, index) + text.slice(index + person.length);
};

/** A field of every record written anew. */
const field = (text: string, tag: string, write: (value: string) => string): string =>
  text.replace(new RegExp(`<${tag}>([^<>]*)</${tag}>`, "g"), (_, value: string) => write(value));

/** Files that stand beside the right one, and markup of other systems. */
export const copies: readonly Distortion[] = [
  ofFiles("nothing", SEN2, "another council's return beside it", (files, file) => [
    ...files,
    besides(file, " - Cornwall", (text) => text.replace(/<LEA>\d+<\/LEA>/, "<LEA>908</LEA>")),
  ]),
  ofFiles("values", SEN2, "the return of the year again, a person less", (files, file) => {
    const copy = besides(file, " - v2", withoutPerson);
    return textOf(copy.bytes) === textOf(file.bytes) ? null : [...files, copy];
  }),
  ofFiles("values", SEN2, "the return again as one of the year before", (files, file) => [
    ...files,
    besides(file, " - 2025", (text) => text.replace(/<Year>2026<\/Year>/, "<Year>2025</Year>")),
  ]),
  ofText("values", SEN2, "another year's number in XML", (text) =>
    text.replace(/<Year>\d+<\/Year>/, "<Year>2024</Year>"),
  ),
  ofText("values", SEN2, "another council's number in XML", (text) =>
    text.replace(/<LEA>\d+<\/LEA>/, "<LEA>839</LEA>"),
  ),
  ofText("values", CENSUS, "another term's name in XML", (text) =>
    text.replace(/<Term>\w+<\/Term>/, "<Term>AUT</Term>"),
  ),
  ofText("values", XML, "a field of XML under another name", (text, random) => {
    const tag: string = random.pick(fieldsOf(text));
    return text.replaceAll(`<${tag}>`, `<${tag}x>`).replaceAll(`</${tag}>`, `</${tag}x>`);
  }),
  ofText("values", XML, "a field of XML as an attribute", (text, random) => {
    const tag: string = random.pick(fieldsOf(text));
    return field(text, tag, (value) => `<Value name="${tag}" is="${value}"/>`);
  }),
  ofText("values", XML, "a field of XML twice", (text, random) => {
    const tag: string = random.pick(fieldsOf(text));
    return field(text, tag, (value) => `<${tag}>${value}</${tag}><${tag}>QQ7</${tag}>`);
  }),
  ofText("values", XML, "a field of XML within another", (text, random) => {
    const tag: string = random.pick(fieldsOf(text));
    return field(text, tag, (value) => `<${tag}><Value>${value}</Value></${tag}>`);
  }),
  ofText("values", XML, "fields of XML unknown to anybody", (text, random) => {
    const tag: string = random.pick(fieldsOf(text));
    const count = [...text.matchAll(new RegExp(`<${tag}>`, "g"))].length;
    const chosen = someOf(count, 0.3, random);
    let at = -1;
    return field(text, tag, (value) =>
      chosen.has((at += 1)) ? `<${tag}>${value}</${tag}>` : `<${tag}>#N/A</${tag}>`,
    );
  }),
  ofText("nothing", SEN2, "people in another order", (text, random) => {
    const people: string[] = text.match(/<Person>[^]*?<\/Person>/g) ?? [];
    if (people.length < 2) return null;
    const first = text.indexOf(people[0]);
    const last = text.lastIndexOf("</Person>") + "</Person>".length;
    return text.slice(0, first) + shuffled(people, random).join("") + text.slice(last);
  }),
  ofText("nothing", XML, "comments around the document", (text) =>
    text.replace(/\?>/, "?><!-- sent by the system -->").concat("<!-- end -->"),
  ),
  ofText("nothing", XML, "tabs before tags", (text) => text.replace(/\n */g, "\n\t\t")),
  ofText("values", XML, "a document type", (text) =>
    text.replace(/\?>/, '?><!DOCTYPE Message [<!ENTITY a "b">]>'),
  ),
  ofText("values", XML, "two documents in one file", (text) => text + text),
  ofText("values", XML, "words after the document", (text) => `${text}\nEnd of file`),
  inPlace("values", XML, "XML as a table of text", (file) => [
    {
      ...file,
      name: file.name.replace(/\.\w+$/, ".csv"),
      bytes: bytesOfText("Person,UPN\r\n1,2\r\n"),
    },
  ]),
];
