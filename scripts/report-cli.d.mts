export function reportCli(): { url: string | null; why: string | null };
