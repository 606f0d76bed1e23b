import allowTypescriptImports from './typescript-imports.cjs';

/** Jest's globalTeardown: the same module instance that globalSetup has loaded knows what it started. */
export default async function globalTeardown(): Promise<void> {
  const restore = allowTypescriptImports();
  try {
    const { stopTestCluster } = await import('./test-cluster.js');
    await stopTestCluster();
  } finally {
    restore();
  }
}
