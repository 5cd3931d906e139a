export function withoutTimes(bytes: Uint8Array): Uint8Array;
