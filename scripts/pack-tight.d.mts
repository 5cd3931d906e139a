export function packTight(bytes: Uint8Array): Promise<Uint8Array>;
