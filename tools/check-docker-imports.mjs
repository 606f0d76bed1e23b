/** Checks that what the server imports stays when `npm prune --omit=dev` has gone over node_modules. */
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

/** Built for the server; apps/web is bundled at build time and may use anything. */
const SERVER = ['apps/api', 'apps/worker', 'apps/cli', 'libs'];
/** Imports and re-exports that are left after compiling, by the text between the quotes. */
const IMPORT =
  /^(?:import|export)(?!\s+type\b)[^;'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

export function checkImports(root) {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const missing = new Map();
  for (const file of SERVER.flatMap((folder) => listSources(path.join(root, folder)))) {
    for (const [, ...specifiers] of fs.readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const name = packageOf(specifiers.find((specifier) => specifier !== undefined));
      if (name !== null && !(name in dependencies)) missing.set(name, path.relative(root, file));
    }
  }
  return [...missing].map(
    ([name, file]) => `package.json: ${name} is not in dependencies, and ${file} needs it at run time`,
  );
}

function packageOf(specifier) {
  if (/^[.#/]/.test(specifier) || specifier.startsWith('node:') || builtinModules.includes(specifier))
    return null;
  const [scopeOrName, name] = specifier.split('/', 2);
  return scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName;
}

function listSources(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : listSources(place);
    return /\.tsx?$/.test(entry.name) && !/\.spec\.tsx?$/.test(entry.name) ? [place] : [];
  });
}
