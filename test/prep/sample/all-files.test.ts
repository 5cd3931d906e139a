import { expect } from "chai";
import { allFiles } from "../../../prep/sample/all-files";

describe("all files of a sample", () => {
  const names = (options: Partial<Parameters<typeof allFiles>[0]>): string[] =>
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
    ].map(({ name }) => name);
  const folders = (options: Parameters<typeof names>[0]): string[] => [
    ...new Set(names(options).map((name) => name.split("/")[0])),
  ];

  it("have censuses and mental health data where they are asked for, each with its answers", () => {
    expect(folders({})).to.have.members([
      "sen2",
      "school-register",
      "postcodes",
      "send-scorecard.json",
      "answers",
    ]);
    expect(folders({ pupils: 20, mentalHealth: 20 })).to.include.members(["census", "mhsds"]);
    expect(names({ mentalHealth: 20 }))
      .to.include.members(["answers/expected-mhsds.csv", "mhsds/linkage.csv"])
      .and.not.to.include("answers/expected-census.csv");
  });

  it("have mistakes planted in the mental health data too, and say which", () => {
    expect(names({ mentalHealth: 60, errors: 12 })).to.include("answers/planted-errors-mhsds.csv");
    expect(names({ mentalHealth: 2, errors: 30 })).to.include("answers/planted-errors.csv");
    expect(names({ mentalHealth: 60 })).not.to.include("answers/planted-errors-mhsds.csv");
  });

  it("leave SEN2 as it is without them", () => {
    const sen2 = (mentalHealth: number): Buffer =>
      Buffer.concat(
        [...allFiles({ people: 30, years: 1, seed: 2, errors: 0, pupils: 0, mentalHealth })]
          .filter(({ name }) => name.startsWith("sen2/"))
          .flatMap(({ chunks }) => [...chunks]),
      );
    expect(sen2(40).equals(sen2(0))).to.equal(true);
  });
});
