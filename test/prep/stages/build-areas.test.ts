import { expect } from "chai";
import type { BuildResult } from "../../../prep/results";
import type { AreaHelpers } from "../../../prep/stages/area-helpers";
import type { AreaToRead } from "../../../prep/stages/areas-to-build";
import { buildAreas, buildShare } from "../../../prep/stages/build-areas";

const areas = ["901", "902", "903", "904"].map(
  (authority) => ({ settings: { authority } }) as unknown as AreaToRead,
);

const built = ({ settings: { authority } }: AreaToRead): BuildResult =>
  ({ files: [{ name: `of ${authority}`, recognisedAs: null }] }) as unknown as BuildResult;

/** A helper that takes the last two places and gives what it could build of them. */
function helperWith(build: (area: AreaToRead) => BuildResult) {
  const given = new Map<number, BuildResult>();
  let next = 1;
  const helpers: AreaHelpers = {
    claim: () => (next++ === 1 ? 1 : areas.length),
    async built() {
      let at = 2;
      buildShare(areas, build, {
        leaveOutNobody: false,
        claim: () => at++,
        give: (place, part) => given.set(place, part as BuildResult),
      });
      return given;
    },
    stop: () => undefined,
  };
  return { helpers, given };
}

const namesOf = (parts: Awaited<ReturnType<typeof buildAreas>>): string[] =>
  parts.map(({ authority, result }) => `${authority} ${result.files[0].name}`);

const inOrder = ["901 of 901", "902 of 902", "903 of 903", "904 of 904"];

describe("authorities that threads build", () => {
  it("come in the order of the list, whoever built them", async () => {
    const here: string[] = [];
    const { helpers, given } = helperWith(built);
    const parts = await buildAreas(
      areas,
      (area) => {
        here.push(area.settings.authority!);
        return built(area);
      },
      helpers,
    );
    expect(namesOf(parts)).to.deep.equal(inOrder);
    expect(here).to.deep.equal(["901", "902"]);
    expect([...given.keys()]).to.deep.equal([2, 3]);
  });

  it("are built here where a helper could not", async () => {
    const here: string[] = [];
    const { helpers } = helperWith((area) => {
      if (area.settings.authority === "904") throw new Error("out of memory");
      return built(area);
    });
    const parts = await buildAreas(
      areas,
      (area) => {
        here.push(area.settings.authority!);
        return built(area);
      },
      helpers,
    );
    expect(namesOf(parts)).to.deep.equal(inOrder);
    expect(here).to.deep.equal(["901", "902", "904"]);
  });

  it("fail by the first of the list that cannot be built, as in one thread", async () => {
    const failing = (area: AreaToRead): BuildResult => {
      if (area.settings.authority !== "901") throw new Error(`no ${area.settings.authority}`);
      return built(area);
    };
    for (const helpers of [null, helperWith(failing).helpers]) {
      const failed = await buildAreas(areas, failing, helpers).catch((error: Error) => error);
      expect((failed as Error).message).to.equal("no 902");
    }
  });
});
