/** Where Power BI reads the tables from. No folder has a separator at its end. */
export type DataPlace =
  | {
      readonly kind: "folder";
      readonly format: "parquet" | "csv";
      /** The output folder on a disk or a share. */
      readonly folder: string;
    }
  | {
      readonly kind: "sharepoint";
      readonly format: "parquet" | "csv";
      /** Address of the SharePoint site. */
      readonly site: string;
      /** The output folder within the site, with the escapes of an address. */
      readonly folder: string;
    }
  /** Delta tables of a Fabric lakehouse, read where they lie. */
  | { readonly kind: "lakehouse" };
