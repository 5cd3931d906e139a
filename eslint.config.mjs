import powerbi from "eslint-plugin-powerbi-visuals";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", ".tmp/", "out/", "sample/", "coverage/"] },
  ...tseslint.configs.recommended,
  { ...powerbi.configs.recommended, files: ["src/**/*.ts"] },
  {
    rules: {
      eqeqeq: ["error", "always"],
      "no-console": "off",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  { files: ["src/**/*.ts"], rules: { "no-console": "error" } },
  {
    // A function is one named step: what is longer, or asks for more than four things in order, is
    // several.
    files: ["prep/**/*.ts", "src/**/*.ts", "page/**/*.ts"],
    ignores: [
      // Loops over every byte: a call a step would cost the scanner its speed.
      "prep/scan/**",
      // Charts read from top to bottom as they are drawn.
      "src/views/**",
    ],
    rules: {
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 4],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ConditionalExpression ConditionalExpression ConditionalExpression",
          message: "Three conditions in one another: use early returns or a table.",
        },
      ],
    },
  },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  { files: ["test/**/*.ts"], rules: { "@typescript-eslint/no-unused-expressions": "off" } },
);
