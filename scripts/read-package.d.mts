export interface VisualPackage {
  readonly visual: { readonly guid: string; readonly version: string };
  readonly content: { readonly js: string; readonly css: string; readonly iconBase64: string };
  readonly capabilities: {
    readonly privileges: readonly unknown[];
    readonly dataRoles: readonly { readonly name: string }[];
  };
  readonly stringResources: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export function readPackage(file: string): VisualPackage;
