import { text, type MemoryFile } from "../../pipeline/run";

export interface SchoolXml {
  readonly term?: string;
  readonly year?: number;
  readonly lea?: string;
  readonly estab?: string;
  readonly date?: string;
  readonly dateTime?: string;
  readonly phase?: string;
  readonly onRoll?: readonly string[];
  readonly left?: readonly string[];
}

/** A pupil on roll, with parts of the record replaced. */
export const pupil = ({
  upn = "H801200001001",
  born = "2014-03-02",
  status = "C",
  year = "6",
  sen = "N",
  entry = "2020-09-01",
  needs = "",
  more = "",
}: Partial<
  Record<"upn" | "born" | "status" | "year" | "sen" | "entry" | "needs" | "more", string>
> = {}): string =>
  `<PupilOnRoll><PupilIdentifiers><UPN>${upn}</UPN><Surname>Merrow</Surname><Forename>Ada${upn}</Forename><Sex>F</Sex><DOB>${born}</DOB></PupilIdentifiers>` +
  `<PupilStatus><EnrolStatus>${status}</EnrolStatus><EntryDate>${entry}</EntryDate><NCyearActual>${year}</NCyearActual></PupilStatus>` +
  `<SpecialEducationalNeeds><SENprovision>${sen}</SENprovision>${needs}</SpecialEducationalNeeds>${more}</PupilOnRoll>`;

/** The census of one invented school as XML. */
export const schoolXml = (
  name: string,
  {
    term = "SPR",
    year = 2025,
    lea = "999",
    estab = "2001",
    date = "2025-01-16",
    dateTime = "2025-01-20T09:00:00",
    phase = "PS",
    onRoll = [],
    left = [],
  }: SchoolXml = {},
): MemoryFile =>
  text(
    name,
    `<Message><Header><CollectionDetails><Collection>SC</Collection><Term>${term}</Term><Year>${year}</Year><ReferenceDate>${date}</ReferenceDate></CollectionDetails>` +
      `<Source><LEA>${lea}</LEA><Estab>${estab}</Estab><DateTime>${dateTime}</DateTime></Source></Header><School><SchoolCharacteristics><Phase>${phase}</Phase></SchoolCharacteristics></School>` +
      `<Pupils><PupilsOnRoll>${onRoll.join("\n")}</PupilsOnRoll><PupilsNoLongerOnRoll>${left.join("\n")}</PupilsNoLongerOnRoll></Pupils></Message>`,
  );
