export function packageFile(): string;
export function packageVisual(): Promise<{ file: string; size: number; script: number }>;
