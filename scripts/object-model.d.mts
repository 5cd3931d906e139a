export function objectModel(): { program: string | null; why: string | null };
export function throughObjectModel(definition: string, out: string): Promise<string | null>;
