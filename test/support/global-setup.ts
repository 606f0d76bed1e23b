import allowTypescriptImports from './typescript-imports.cjs';

/** Jest's globalSetup of the tiers that need a database. Runs once per run, whatever the number of projects. */
export default async function globalSetup(): Promise<void> {
  const restore = allowTypescriptImports();
  try {
    const { startTestCluster } = await import('./test-cluster.js');
    await startTestCluster();
  } finally {
    restore();
  }
}
