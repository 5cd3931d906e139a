import { expect } from "chai";
import { allFiles } from "../../../prep/sample/all-files";

describe("all files of a sample", () => {
  const bytesOf = (options: Partial<Parameters<typeof allFiles>[0]>): Map<string, Buffer> =>
    new Map(
      [
        ...allFiles({
          people: 30,
          years: 1,
          seed: 2,
          errors: 0,
          pupils: 0,
          mentalHealth: 0,
          ...options,
        }),
      ].map(({ name, chunks }) => [name, Buffer.concat([...chunks])]),
    );
  const names = (options: Partial<Parameters<typeof allFiles>[0]>): string[] => [
    ...bytesOf(options).keys(),
  ];
  const folders = (options: Partial<Parameters<typeof allFiles>[0]>): string[] => [
    ...new Set(names(options).map((name) => name.split("/")[0])),
  ];

  it("have censuses and mental health data where they are asked for", () => {
    expect(folders({})).to.have.members([
      "sen2",
      "school-register",
      "postcodes",
      "send-scorecard.json",
    ]);
    expect(folders({ pupils: 20, mentalHealth: 20 })).to.include.members(["census", "mhsds"]);
    expect(names({ mentalHealth: 20 })).to.include("mhsds/linkage.csv");
  });

  it("have mistakes planted in all of them", () => {
    const asked = { pupils: 60, mentalHealth: 60 };
    const [clean, spoilt] = [0, 24].map((errors) => bytesOf({ ...asked, errors }));
    const changed = [...spoilt].filter(([name, bytes]) => !clean.get(name)?.equals(bytes));
    expect(new Set(changed.map(([name]) => name.split("/")[0]))).to.deep.equal(
      new Set(["sen2", "census", "mhsds"]),
    );
  });

  it("leave SEN2 as it is without them", () => {
    const sen2 = (mentalHealth: number): Buffer =>
      Buffer.concat(
        [...bytesOf({ mentalHealth })].flatMap(([name, bytes]) =>
          name.startsWith("sen2/") ? [bytes] : [],
        ),
      );
    expect(sen2(40).equals(sen2(0))).to.equal(true);
  });
});
