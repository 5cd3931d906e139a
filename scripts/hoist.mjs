import WebPackWrap from "powerbi-visuals-tools/lib/WebPackWrap.js";

// Loaded before the packaging tool, whose own settings keep each module in a function of its own: in
// one scope the script is a fifteenth smaller.
WebPackWrap.prototype.enableOptimization = function () {
  const [{ constructor: Minimizer }] = this.webpackConfig.optimization.minimizer;
  this.webpackConfig.mode = "production";
  this.webpackConfig.optimization = {
    concatenateModules: true,
    minimize: true,
    minimizer: [
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
