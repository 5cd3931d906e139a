import type { Browser } from "playwright-core";

export function findBrowser(): Promise<{ path: string; bundled: boolean }>;
export function browserArguments(): string[];
export function launch(): Promise<Browser>;
