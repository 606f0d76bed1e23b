/**
 * `npm run build`: Prisma client, server code by swc, web app by Vite. Skips what is already built from the same
 * sources, so that a second `npm start` does not wait.
 */
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const run = (name, args, env = {}) =>
  execFileSync(bin(name), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });

/** SHA-256 over names, sizes and contents of all files below `places`; the key under which a build is remembered. */
function fingerprint(places) {
  const hash = crypto.createHash('sha256');
  const visit = (place) => {
    const stat = fs.statSync(place, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      if (path.basename(place) === 'generated') return;
      for (const name of fs.readdirSync(place).sort()) visit(path.join(place, name));
      return;
    }
    hash.update(path.relative(root, place)).update('\0').update(fs.readFileSync(place)).update('\0');
  };
  for (const place of places) visit(path.join(root, place));
  return hash.digest('hex');
}

function step(name, { inputs, output, build }) {
  const stamp = path.join(root, 'dist', `.${name}.stamp`);
  const key = fingerprint([...inputs, 'package-lock.json', 'tools/build.mjs']);
  const fresh =
    fs.existsSync(path.join(root, output)) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === key;
  if (fresh) return;
  build();
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, key);
}

/** What tests and measurements both use; the rest of test/support is for Jest alone. */
const SHARED_WITH_TESTS = ['document-files', 'launch-browser', 'start-outturn'].map(
  (name) => `test/support/${name}.ts`,
);

const only = process.argv.slice(2);
const wants = (name) => only.length === 0 || only.includes(name);

if (wants('client'))
  step('client', {
    inputs: ['prisma/schema', 'prisma.config.ts'],
    output: 'libs/platform/db/generated',
    build: () => run('prisma', ['generate'], { CHECKPOINT_DISABLE: '1' }),
  });
if (wants('server'))
  step('server', {
    inputs: [
      'apps/api',
      'apps/worker',
      'apps/cli',
      'libs',
      'prisma/seed',
      'prisma/schema',
      'test/eval',
      'test/bench',
      ...SHARED_WITH_TESTS,
      'tools',
      '.swcrc',
    ],
    output: 'dist/apps/cli/main.js',
    build: () => {
      for (const old of ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'prisma', 'tools', 'test'])
        fs.rmSync(path.join(root, 'dist', old), { recursive: true, force: true });
      const ignore = [
        '**/*.spec.ts',
        '**/*.spec.tsx',
        'apps/web/**',
        'tools/*.cjs',
        'tools/*.mjs',
        'prisma/seed/**/*.mjs',
      ];
      run('swc', [
        'apps',
        'libs',
        'prisma/seed',
        'tools',
        'test/eval',
        'test/bench',
        ...SHARED_WITH_TESTS,
        '-d',
        'dist',
        '--ignore',
        ignore.join(','),
      ]);
      fs.chmodSync(path.join(root, 'dist/apps/cli/main.js'), 0o755);
    },
  });
if (wants('web'))
  step('web', {
    inputs: ['apps/web', 'libs/ui', 'libs/core', 'libs/contracts'],
    output: 'dist/web/index.html',
    build: () => run('vite', ['build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn']),
  });
