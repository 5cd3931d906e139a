/** Version of the star schema: changes when a table or a column does. */
export const SCHEMA_VERSION = "11";
