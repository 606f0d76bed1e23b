import allowTypescriptImports from '../support/typescript-imports.cjs';

/** Jest's globalSetup of the browser tier. */
export default async function globalSetup(): Promise<void> {
  const restore = allowTypescriptImports();
  try {
    (await import('./demo-folder.js')).makeDemoFolder();
  } finally {
    restore();
  }
}
