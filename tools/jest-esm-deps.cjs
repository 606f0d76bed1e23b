/**
 * Jest transformer for dependencies only: turns ES-module packages into CommonJS, because Jest's own
 * `require(esm)` needs Node 24.9 and Nest 12 (among others) ships as ES modules only.
 */
const fs = require('node:fs');
const path = require('node:path');
const crypto = require('node:crypto');
const swc = require('@swc/core');
const swcVersion = require('@swc/core/package.json').version;

const moduleTypeByFolder = new Map();

/** Whether Node would load this file as an ES module: by its ending, else by the nearest package.json. */
function isEsModule(file) {
  if (file.endsWith('.mjs')) return true;
  if (file.endsWith('.cjs')) return false;
  const trail = [];
  let folder = path.dirname(file);
  let answer = false;
  for (;;) {
    if (moduleTypeByFolder.has(folder)) {
      answer = moduleTypeByFolder.get(folder);
      break;
    }
    trail.push(folder);
    const manifest = path.join(folder, 'package.json');
    if (fs.existsSync(manifest)) {
      answer = JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
      break;
    }
    const parent = path.dirname(folder);
    if (parent === folder) break;
    folder = parent;
  }
  for (const visited of trail) moduleTypeByFolder.set(visited, answer);
  return answer;
}

const self = fs.readFileSync(__filename);

module.exports = {
  getCacheKey: (source, file) =>
    crypto
      .createHash('sha1')
      .update(source)
      .update('\0')
      .update(file)
      .update(swcVersion)
      .update(self)
      .digest('hex'),
  process(source, file) {
    const esm = isEsModule(file);
    // CommonJS passes through, except native import(), which Jest's vm refuses without a Node flag.
    if (!esm && !/\bimport\s*\(/.test(source)) return { code: source };
    try {
      return swc.transformSync(source, {
        filename: file,
        isModule: true,
        swcrc: false,
        configFile: false,
        jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022', keepClassNames: true },
        module: { type: 'commonjs', strictMode: esm, ignoreDynamic: false, lazy: esm },
        sourceMaps: false,
      });
    } catch (error) {
      if (esm) throw error;
      return { code: source };
    }
  },
};
