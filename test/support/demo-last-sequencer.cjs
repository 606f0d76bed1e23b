const fs = require('node:fs');
const Sequencer = require('@jest/test-sequencer').default;

/** Jest's order, but that browser specs of an empty installation come first: they run while another fills the demo. */
module.exports = class DemoLastSequencer extends Sequencer {
  sort(tests) {
    const waits = new Map(
      tests.map(({ path }) => [
        path,
        /\.browser-spec\./.test(path) && fs.readFileSync(path, 'utf8').includes("'--demo'"),
      ]),
    );
    return super.sort(tests).sort((a, b) => Number(waits.get(a.path)) - Number(waits.get(b.path)));
  }
};
