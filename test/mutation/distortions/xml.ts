import { ofText, shuffled, someOf, type Distortion } from "../distortion";

const XML = { forms: ["xml"] } as const;
const SEN2 = { forms: ["xml"], sources: ["sen2"] } as const;

const LEAF = /<(\w+)>([^<>]*)<\/\1>/g;

/** Every tag written anew. */
const tags = (text: string, write: (name: string) => string): string =>
  text.replace(
    /(<\/?)([A-Za-z]\w*)(?=[\s>/])/g,
    (_, mark: string, name: string) => mark + write(name),
  );

/** Some leaves written anew, by a share of them. */
function someLeaves(
  text: string,
  share: number,
  random: Parameters<typeof someOf>[2],
  write: (tag: string, value: string) => string,
): string {
  const count = [...text.matchAll(LEAF)].length;
  const chosen = someOf(count, share, random);
  let at = -1;
  return text.replace(LEAF, (whole, tag: string, value: string) =>
    chosen.has((at += 1)) ? write(tag, value) : whole,
  );
}

/** A person of the return in the middle of it, written anew. */
function onePerson(
  text: string,
  random: Parameters<typeof someOf>[2],
  write: (person: string) => string,
): string | null {
  const people = [...text.matchAll(/<Person>[^]*?<\/Person>/g)];
  if (people.length < 3) return null;
  const { 0: person, index } = people[random.int(1, people.length - 2)];
  return text.slice(0, index) + write(person) + text.slice(index + person.length);
}

/** Markup that says the same, and markup that is broken. */
export const xml: readonly Distortion[] = [
  ofText("nothing", XML, "blank lines before the declaration", (text) => `\n \n${text}`),
  ofText("nothing", XML, "no declaration", (text) => text.replace(/^<\?xml[^>]*>\s*/, "")),
  ofText("nothing", XML, "a declaration in single quotes", (text) =>
    text.replace(/^<\?xml[^>]*>/, "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>"),
  ),
  ofText("nothing", XML, "a prefix before every tag", (text) =>
    tags(text, (name) => `dfe:${name}`).replace(/<dfe:\w+/, '$& xmlns:dfe="urn:return"'),
  ),
  ofText("nothing", XML, "a namespace of its own", (text) =>
    text.replace(/<[A-Za-z]\w*/, '$& xmlns="urn:return"'),
  ),
  ofText("nothing", XML, "attributes of schema and system", (text) =>
    text.replace(
      /<[A-Za-z]\w*/,
      "$& xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='a.xsd'",
    ),
  ),
  ofText("nothing", XML, "comments and instructions", (text) =>
    text
      .replaceAll("<Person>", "<!-- next & <Person> --><Person>")
      .replace(/\?>/, "?><?sort by='name'?>"),
  ),
  ofText("nothing", XML, "values in CDATA", (text, random) =>
    someLeaves(text, 0.2, random, (tag, value) =>
      value.includes("&") ? `<${tag}>${value}</${tag}>` : `<${tag}><![CDATA[${value}]]></${tag}>`,
    ),
  ),
  ofText("nothing", XML, "letters as numbers", (text, random) =>
    someLeaves(
      text,
      0.2,
      random,
      (tag, value) =>
        `<${tag}>${value.replace(/^[A-Za-z0-9]/, (a) => `&#${a.charCodeAt(0)};`)}</${tag}>`,
    ),
  ),
  ofText("nothing", XML, "blanks around values of XML", (text) =>
    text.replace(LEAF, "<$1>\n    $2\n  </$1>"),
  ),
  ofText("nothing", XML, "all on one line", (text) => text.replaceAll("\n", "")),
  ofText("nothing", XML, "fields in another order", (text, random) =>
    text.replace(/(<(\w+)>[^<>]*<\/\2>){2,}/g, (leaves) =>
      shuffled(leaves.match(LEAF)!, random).join(""),
    ),
  ),
  ofText("nothing", SEN2, "tags in small letters", (text) =>
    tags(text, (name) => name.toLowerCase()),
  ),
  ofText("nothing", XML, "empty tags of fields without a value", (text) =>
    text.replaceAll("</Person>", "<ULN/></Person>").replaceAll("<Person>", "<Person><FormerUPN/>"),
  ),
  ofText("values", SEN2, "a bare &", (text, random) =>
    onePerson(text, random, (person) => person.replace("<Surname>", "<Surname>A & B")),
  ),
  ofText("values", SEN2, "a bare <", (text, random) =>
    onePerson(text, random, (person) => person.replace("<Surname>", "<Surname>< ")),
  ),
  ofText("values", SEN2, "a tag that is not closed", (text, random) =>
    onePerson(text, random, (person) => person.replace("</Surname>", "")),
  ),
  ofText("values", SEN2, "a tag closed by another", (text, random) =>
    onePerson(text, random, (person) => person.replace("</Requests>", "</Request>")),
  ),
  ofText("values", SEN2, "a record that is not closed", (text, random) =>
    onePerson(text, random, (person) => person.replace("</Person>", "")),
  ),
  ofText("values", SEN2, "a field under an unknown tag", (text, random) => {
    const tag = random.pick([...new Set(text.match(/(?<=<)\w+(?=>)/g))]);
    return text.replaceAll(`<${tag}>`, `<Our${tag}>`).replaceAll(`</${tag}>`, `</Our${tag}>`);
  }),
  ofText("values", SEN2, "some fields under an unknown tag", (text, random) =>
    someLeaves(text, 0.05, random, (tag, value) => `<x${tag}>${value}</x${tag}>`),
  ),
  ofText("values", XML, "some values that no set has", (text, random) =>
    someLeaves(text, 0.05, random, (tag) => `<${tag}>QQ7</${tag}>`),
  ),
  ofText("values", XML, "cut within a record", (text, random) =>
    text.slice(0, text.indexOf("</", random.int(text.length >> 2, text.length - 400)) + 1),
  ),
  ofText("values", XML, "cut after a record", (text) => {
    const at = text.indexOf("</Person>", text.length >> 1);
    return at === -1 ? null : text.slice(0, at + 10);
  }),
  ofText("values", XML, "cut before its end", (text) => text.trimEnd().slice(0, -12)),
  ofText("values", SEN2, "a file within the file", (text, random) =>
    onePerson(text, random, (person) => `<?xml version="1.0"?>${person}`),
  ),
  ofText("values", SEN2, "an entity that nothing declares", (text, random) =>
    onePerson(text, random, (person) => person.replace("<Surname>", "<Surname>&eacute;")),
  ),
  ofText("values", SEN2, "a person twice", (text, random) =>
    onePerson(text, random, (person) => person + person),
  ),
];
