export interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

export interface BillOfMaterials {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

export function isPermissive(expression: string): boolean;
export function faultsOf(
  bom: BillOfMaterials,
  lock: {
    readonly packages: Readonly<
      Record<string, { readonly name?: string; readonly version?: string }>
    >;
  },
): string[];
export function billOfMaterials(): Promise<BillOfMaterials>;
