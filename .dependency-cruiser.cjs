/** The arrows of docs/architecture.md, as rules that fail. */
const layer = (name, from, notTo, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.(spec|db-spec|e2e-spec)\\.tsx?$' },
  to: { path: notTo },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thought in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    layer(
      'core-is-pure',
      '^libs/core',
      '^(apps|libs/(?!core))',
      'core knows nothing of the rest of the house.',
    ),
    layer(
      'core-has-no-io',
      '^libs/core',
      '^(node:|fs|net|http|https|dns|child_process|path|os|crypto)|node_modules/(@nestjs|@prisma|prisma|bullmq|ioredis|pg|react)/',
      'core runs in the browser too: no I/O, no framework.',
    ),
    layer(
      'contracts-know-words-only',
      '^libs/contracts',
      '^(apps|libs/(?!(contracts|core/domain)))',
      'The wire is zod and glossary words.',
    ),
    layer(
      'ui-knows-words-only',
      '^libs/ui',
      '^(apps|libs/(?!(ui|core/domain)))',
      'ui draws what it is given.',
    ),
    layer(
      'platform-below-features',
      '^libs/platform',
      '^(apps|libs/features)',
      'platform is one technology each; use cases stand above it.',
    ),
    layer('only-mail-draws', '^libs/platform/(?!mail)', '^libs/ui', 'Of platform only mail renders ui.'),
    layer('features-below-apps', '^libs/features', '^apps', 'Use cases do not know who runs them.'),
    layer(
      'no-nest-in-pure',
      '^libs/(core|contracts|ui)',
      'node_modules/@nestjs/',
      'Frameworks stay out of what the browser shares.',
    ),
    {
      name: 'features-do-not-call-sideways',
      comment: 'They meet in a repository, in the outbox, or in a pure function.',
      severity: 'error',
      from: { path: '^libs/features/([^/]+)/' },
      to: { path: '^libs/features/', pathNot: '^libs/features/$1/' },
    },
    {
      name: 'apps-do-not-call-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'web-is-a-browser',
      comment: 'The web app sees ui, words, text rules, coach and scoring; contracts as types only.',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^libs/', pathNot: '^libs/(ui|core/(domain|text|extraction|coach|scoring)|contracts)/' },
    },
    {
      name: 'web-contracts-types-only',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^libs/contracts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'prisma-in-platform-db',
      severity: 'error',
      from: { path: '^(apps|libs)', pathNot: '^libs/platform/db/' },
      to: { path: 'node_modules/(@prisma|prisma|pg)/|libs/platform/db/generated' },
    },
    {
      name: 'queue-in-platform-jobs',
      severity: 'error',
      from: { path: '^(apps|libs)', pathNot: '^libs/platform/jobs/' },
      to: { path: 'node_modules/(bullmq|ioredis)/' },
    },
    {
      name: 'through-the-front-door',
      comment: 'A lib is entered by its index.ts.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: {
        path: '^libs/(core|contracts|platform|features)/[^/]+/.+',
        pathNot: ['/index\\.ts$', '^libs/$2/'],
      },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: 'generated|^\\./schema|/dist/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist|libs/platform/db/generated/.+' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
