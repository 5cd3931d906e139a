import { expect } from "chai";
import { zipSync } from "fflate";
import { collectGroups } from "../../../prep/extracts/collect-groups";
import { collections } from "../../../prep/collections/index";
import { recogniseSource } from "../../../prep/sources/read-sources";
import { openingOf, recognise } from "../../../prep/extracts/recognise";
import type { InputFile, InputRole } from "../../../prep/input-file";

const inputOf = (content: Uint8Array, role: InputRole = "extract"): InputFile => ({
  name: "a",
  role,
  bytes: content.length,
  sha256: "0",
  async *chunks() {
    for (let at = 0; at < content.length; at += 1000) yield content.slice(at, at + 1000);
  },
});
const kindOf = async (content: string | Uint8Array, role?: InputRole) => {
  const file = inputOf(
    typeof content === "string" ? new TextEncoder().encode(content) : content,
    role,
  );
  const kind = recognise(file, await openingOf(file), [
    ...collections.map((collection) => collection.recognise),
    recogniseSource,
  ]);
  return kind.table ? `${kind.kind} ${kind.table}` : kind.kind;
};

describe("recognising files", () => {
  it("goes by content, never by name", async () => {
    const contents: [string | Uint8Array, string][] = [
      [
        "<?xml version='1.0'?><Message><Header><CollectionDetails><Collection>SEN2</Collection>",
        "sen2-xml",
      ],
      ["\ufeff<x:MESSAGE xmlns:x='u'><x:PERSONS><x:PERSON><x:REQUESTS>", "sen2-xml"],
      ["<Message><Header><CollectionDetails><Collection>SC</Collection>", "census-xml"],
      [
        "persontableid,NativeId,personorderseqcolumn,sourceid,sen2tableid,surname\r\n",
        "sen2-csv person",
      ],
      [
        "activeplanstableid;nativeid;activeplansorderseqcolumn;requeststableid\r\n",
        "sen2-csv activeplans",
      ],
      ['\r\n"URN","EstablishmentName","TypeOfEstablishment (code)"\r\n', "school-register"],
      ["URN,LinkURN,LinkName,LinkType\n", "school-links"],
      ["pcd,pcds,oslaua,osward,lsoa21\n", "postcode-directory"],
      ["a letter\n", "other-csv"],
      ["", "unknown"],
      [
        zipSync({ "[Content_Types].xml": new Uint8Array(1), "xl/workbook.xml": new Uint8Array(1) }),
        "workbook",
      ],
      [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), "workbook"],
    ];
    for (const [content, kind] of contents)
      expect(await kindOf(content), JSON.stringify(content).slice(0, 40)).to.equal(kind);
    expect(
      await kindOf(
        new Uint8Array(Buffer.from("\ufeff<Message><Collection>SEN2</Collection>", "utf16le")),
      ),
    ).to.equal("sen2-xml");
  });

  it("takes the word of the settings first", async () => {
    expect(await kindOf("anything", "optOut")).to.equal("opt-out");
    expect(await kindOf("pcds,osward,lsoa21\n", "schoolRegister")).to.equal("school-register");
  });

  it("reads no more of a file than it needs", async () => {
    expect(await openingOf(inputOf(new Uint8Array(200_000)))).to.have.length(1 << 16);
  });
});

describe("grouping the files of exports", () => {
  const names = (...groups: { name: string }[][]) =>
    groups.map((group) => group.map(({ name }) => name));
  const file = (name: string, table: "person" | "requests") => ({ name, table });

  it("puts the tables of one folder together", () => {
    expect(
      names(
        ...collectGroups([
          file("2024/p.csv", "person"),
          file("2025/p.csv", "person"),
          file("2024/r.csv", "requests"),
        ]),
      ),
    ).to.deep.equal([["2024/p.csv", "2024/r.csv"], ["2025/p.csv"]]);
  });

  it("tells two exports in one folder apart by their names", () => {
    const files = [
      file("A_person.csv", "person"),
      file("A_requests.csv", "requests"),
      file("B_person.csv", "person"),
      file("B_requests.csv", "requests"),
    ];
    expect(names(...collectGroups(files))).to.deep.equal([
      ["A_person.csv", "A_requests.csv"],
      ["B_person.csv", "B_requests.csv"],
    ]);
  });
});
