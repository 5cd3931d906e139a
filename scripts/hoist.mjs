import { transformSync } from "esbuild";
import WebPackWrap from "powerbi-visuals-tools/lib/WebPackWrap.js";

/** Before this stage of webpack assets are as the loaders made them. */
const OPTIMIZE_SIZE = 400;

/** Takes the blanks out of style sheets. */
const smallStyles = ({ hooks, webpack: { sources } }) =>
  hooks.compilation.tap("styles", (compilation) =>
    compilation.hooks.processAssets.tap({ name: "styles", stage: OPTIMIZE_SIZE }, (assets) => {
      for (const name of Object.keys(assets).filter((one) => one.endsWith(".css"))) {
        const { code } = transformSync(String(assets[name].source()), {
          loader: "css",
          minify: true,
        });
        compilation.updateAsset(name, new sources.RawSource(code));
      }
    }),
  );

// Loaded before the packaging tool, whose own settings keep each module in a function of its own: in
// one scope the script is a fifteenth smaller.
WebPackWrap.prototype.enableOptimization = function () {
  const [{ constructor: Minimizer }] = this.webpackConfig.optimization.minimizer;
  this.webpackConfig.mode = "production";
  this.webpackConfig.optimization = {
    concatenateModules: true,
    minimize: true,
    minimizer: [
      smallStyles,
      new Minimizer({
        extractComments: false,
        terserOptions: {
          ecma: 2022,
          module: true,
          compress: { passes: 4, unsafe_arrows: true, keep_fargs: false },
          // The script is a text of JSON, in which each double quote takes a sign more.
          format: { quote_style: 1 },
        },
      }),
    ],
  };
};
