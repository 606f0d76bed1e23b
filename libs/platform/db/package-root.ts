import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | null = null;

/**
 * Folder of Outturn's package.json: the checkout, whether this file runs from libs/ (Jest) or from dist/. The working
 * directory says nothing about it, `npx outturn` may be called from anywhere.
 */
export function packageRoot(): string {
  found ??= findPackageRoot(path.dirname(fileURLToPath(import.meta.url)));
  return found;
}

/** Where a dependency's main file lies, without loading it. */
export function resolveDependency(
  specifier: string,
  from = path.join(packageRoot(), 'package.json'),
): string {
  return createRequire(from).resolve(specifier);
}

function findPackageRoot(start: string): string {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (fs.existsSync(manifest)) {
      const content = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { name?: unknown };
      if (content.name === 'outturn') return folder;
    }
    if (folder === path.dirname(folder)) throw new Error(`No package.json of Outturn above ${start}.`);
  }
}
