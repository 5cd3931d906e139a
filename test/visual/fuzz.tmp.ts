import { drawLayouts } from "./anybodys/layouts";
describe("fuzz",()=>{ for (const seed of [1801, 1802, 1803]) it(`seed ${seed}`, async function(){this.timeout(600000); await drawLayouts(350, seed);}); });
