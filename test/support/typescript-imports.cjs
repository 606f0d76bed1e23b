/**
 * Jest loads globalSetup with plain require and does not apply its moduleNameMapper there. Our sources say './x.js'
 * for x.ts, as nodenext wants it; while installed, such an import made by a .ts file finds the .ts file.
 */
const Module = require('node:module');

/** @returns {() => void} Puts the ordinary behaviour back. */
module.exports = function allowTypescriptImports() {
  const ordinary = Module._resolveFilename;
  Module._resolveFilename = function (request, parent, ...rest) {
    const isOurs = /\.tsx?$/.test(parent?.filename ?? '') && /^\.{1,2}\/.*\.js$/.test(request);
    if (isOurs) {
      try {
        return ordinary.call(this, request.replace(/\.js$/, '.ts'), parent, ...rest);
      } catch {
        // A real .js file.
      }
    }
    return ordinary.call(this, request, parent, ...rest);
  };
  return () => {
    Module._resolveFilename = ordinary;
  };
};
