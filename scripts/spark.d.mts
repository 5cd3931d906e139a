export function sparkPython(): { python: string | null; why: string | null };
