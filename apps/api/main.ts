import { ConfigError, processEnvironment, readConfig } from '#platform/config';
import { packageRoot } from '#platform/db';
import fs from 'node:fs';
import path from 'node:path';
import { buildApp } from './build-app.js';
import { CannotListenError, serve, tellParent } from './serve.js';

try {
  const root = packageRoot();
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const config = readConfig(processEnvironment());
  const app = await buildApp({
    config,
    version,
    folders: {
      app: path.join(root, 'dist', 'web'),
      publicStyles: path.join(root, 'libs', 'ui', 'styles', 'public.css'),
    },
    demoHost: { leaveDemo: () => tellParent({ type: 'leave-demo' }) },
  });
  await serve(app, config);
} catch (error) {
  const isForPeople = error instanceof ConfigError || error instanceof CannotListenError;
  const text = isForPeople || !(error instanceof Error) ? String(error) : (error.stack ?? error.message);
  process.stderr.write(`${isForPeople && error instanceof Error ? error.message : text}\n`);
  process.exit(1);
}
