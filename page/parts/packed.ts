/** The bytes of a part that the page carries, still packed; null where it is not there. */
export function packedPart(name: string): ArrayBuffer | null {
  const text = document.getElementById(`part-${name}`)?.textContent?.trim();
  if (!text) return null;
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes.buffer;
}

/** A part of the page as a script for a worker. */
export async function scriptPart(name: string): Promise<string> {
  const packed = new Blob([packedPart(name)!]).stream();
  const text = await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).text();
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}
