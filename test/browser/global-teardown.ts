import allowTypescriptImports from '../support/typescript-imports.cjs';

/** Jest's globalTeardown of the browser tier. */
export default async function globalTeardown(): Promise<void> {
  const restore = allowTypescriptImports();
  try {
    (await import('./demo-folder.js')).removeDemoFolder();
  } finally {
    restore();
  }
}
