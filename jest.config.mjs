const swcOptions = (tsx) => ({
  jsc: {
    parser: { syntax: 'typescript', decorators: true, tsx },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs', lazy: true },
  swcrc: false,
  sourceMaps: 'inline',
});

const base = {
  rootDir: '.',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'require', 'node', 'default'] },
  transform: {
    '^.+\\.ts$': ['@swc/jest', swcOptions(false)],
    '^.+\\.tsx$': ['@swc/jest', swcOptions(true)],
    '^.+\\.[cm]?js$': '<rootDir>/tools/jest-esm-deps.cjs',
  },
  transformIgnorePatterns: [],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts', '$1.tsx', '$1'],
    '\\.css$': '<rootDir>/test/support/empty-style.cjs',
    // Their exports name no way in for `require`.
    '^unpdf/pdfjs$': '<rootDir>/node_modules/unpdf/dist/pdfjs.mjs',
    '^eld/extrasmall$': '<rootDir>/node_modules/eld/src/entries/static.extrasmall.js',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.outturn'],
};

/** A project per test tier: see docs/architecture.md, "Tests". */
const tier = (displayName, testRegex, more = {}) => ({ ...base, displayName, testRegex, ...more });
const onDatabase = {
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

const tiers = {
  unit: tier('unit', ['(apps|libs|tools|prisma|test/eval)/.*\\.spec\\.tsx?$']),
  db: tier('db', ['test/db/.*\\.db-spec\\.ts$'], onDatabase),
  e2e: tier('e2e', ['test/e2e/.*\\.e2e-spec\\.ts$'], onDatabase),
  faults: tier('faults', ['test/faults/.*\\.fault-spec\\.ts$'], onDatabase),
  browser: tier('browser', ['test/browser/.*\\.browser-spec\\.ts$'], {
    globalSetup: '<rootDir>/test/browser/global-setup.ts',
    globalTeardown: '<rootDir>/test/browser/global-teardown.ts',
  }),
};

// `npm test` runs what needs no browser; TIERS names others ("TIERS=browser jest").
const wanted = (process.env.TIERS ?? 'unit,db,e2e').split(',');

export default {
  projects: wanted.map((name) => tiers[name]),
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/support/demo-last-sequencer.cjs',
  // Much of a run waits for databases: on two cores three at a time take three quarters of the time of two.
  maxWorkers: 3,
  // With --coverage: the files that lack something, and the sum. Writes no folder.
  coverageReporters: [['text', { skipFull: true }], 'text-summary'],
};
