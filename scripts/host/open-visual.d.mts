import type { Frame, Page } from "playwright-core";
import type { VisualPackage } from "../read-package.mjs";

export interface HostOptions {
  readonly highContrast?: boolean;
  readonly allowInteractions?: boolean;
  readonly locale?: string;
}

export interface OpenedVisual {
  readonly frame: Frame;
  update(input: {
    dataViews?: readonly unknown[];
    viewport?: { width: number; height: number };
    type?: number;
  }): Promise<number>;
  calls(): Promise<[string, unknown[]][]>;
  formattingModel(): Promise<{ cards: { uid: string }[] }>;
  bookmark(rows: readonly number[], queryName: string): Promise<void>;
  destroy(): Promise<void>;
}

export function frameHtml(width: number, height: number): string;
export function openVisual(
  page: Page,
  visual: VisualPackage,
  size: { width: number; height: number; options?: HostOptions },
): Promise<OpenedVisual>;
