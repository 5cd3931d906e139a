const { mkdirSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");
const { reporters } = require("mocha");

/**
 * mocha's own spec report, and its counts as JSON in the file named by the reporter option
 * `output`.
 */
module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const file = options.reporterOptions.output;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ stats: this.stats }));
    });
  }
};
