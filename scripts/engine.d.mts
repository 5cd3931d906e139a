export function enginePython(): { python: string | null; why: string | null };
