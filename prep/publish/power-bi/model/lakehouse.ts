import type { Query } from "./model";

/** The shared query that names the lakehouse. */
export const LAKEHOUSE = "Lakehouse";

/**
 * What stands for the ids of the workspace and the lakehouse until they are put in: parameter.yml
 * has fabric-cicd replace them.
 */
const WORKSPACE_ID = "11111111-0000-4000-8000-000000000001";
const LAKEHOUSE_ID = "11111111-0000-4000-8000-000000000002";

/** The lakehouse as Direct Lake on OneLake names it. */
export const lakehouseQuery: Query = {
  name: LAKEHOUSE,
  description:
    "The lakehouse that holds the tables: OneLake's address with the ids of the workspace and the lakehouse",
  m: `let
    Source = AzureStorage.DataLake("https://onelake.dfs.fabric.microsoft.com/${WORKSPACE_ID}/${LAKEHOUSE_ID}", [HierarchicalNavigation=true])
in
    Source`,
  result: "Table",
};

/** The file for fabric-cicd that puts the ids of the workspace that is deployed to in their place. */
export const parameterYml = `# For fabric-cicd: puts the ids of the workspace and of its lakehouse into the model.
# "SEND" is the lakehouse's name; write yours where it has another.
find_replace:
  - find_value: "${WORKSPACE_ID}"
    replace_value:
      _ALL_: "$workspace.$id"
    item_type: "SemanticModel"
  - find_value: "${LAKEHOUSE_ID}"
    replace_value:
      _ALL_: "$items.Lakehouse.SEND.$id"
    item_type: "SemanticModel"
`;
