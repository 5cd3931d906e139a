import { createHmac } from "node:crypto";
import { spawnSync } from "node:child_process";
import { pseudonymise } from "../../prep/protect/pseudonym";
import type { BenchRow } from "./scan";

const PEOPLE = 250_000;

const PYTHON = `import hmac, hashlib, time
t = time.perf_counter()
for i in range(${PEOPLE}): hmac.new(b'key', ('upn:A%012d' % i).encode(), hashlib.sha256).hexdigest()
print(time.perf_counter() - t)`;

/**
 * Pseudonyms of 250,000 people, sorted and numbered, against plain hashing in Python where the
 * machine has it. Speeds in thousands a second.
 */
export function benchHash(report: (line: string) => void): BenchRow[] {
  const strongest = Array.from({ length: PEOPLE }, (_, i) => `upn:A${String(i).padStart(12, "0")}`);
  const linkage = {
    personOf: new Int32Array(0),
    count: PEOPLE,
    strongest,
    aliases: strongest.map(() => []),
    links: [],
    conflicts: [],
  };
  const start = performance.now();
  pseudonymise(linkage, (text) => createHmac("sha256", "key").update(text).digest("hex"));
  const ours = PEOPLE / (performance.now() - start);
  const python = spawnSync("python3", ["-c", PYTHON], { encoding: "utf8" });
  if (python.status !== 0) return [];
  const peer = PEOPLE / 1000 / Number(python.stdout);
  report(
    `Pseudonyms of 250,000 people: ${ours.toFixed(0)} thousand a second, Python ${peer.toFixed(0)}`,
  );
  return [{ name: "Pseudonyms against Python hmac", ours, peer, ratio: ours / peer }];
}
