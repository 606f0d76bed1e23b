/**
 * `node tools/check-docker.mjs [--static]`: checks docker/ without Docker. Static: compose.yaml, Dockerfile and
 * .env.example fit each other and the sources. Without --static the Dockerfile is also replayed: its stages are built
 * in temporary folders from what git has, and what it would run is run until it is ready.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkCompose, readCompose } from './check-docker-compose.mjs';
import { checkDockerfile, readDockerfile } from './check-docker-file.mjs';
import { checkImports } from './check-docker-imports.mjs';
import { replay } from './check-docker-replay.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const say = (line) => process.stdout.write(`${line}\n`);

function askDocker(compose) {
  try {
    const env = { ...process.env, ...Object.fromEntries(compose.required.map((name) => [name, 'x'])) };
    execFileSync('docker', ['compose', 'version'], { stdio: 'ignore' });
    execFileSync('docker', ['compose', '-f', 'docker/compose.yaml', 'config', '--quiet'], { cwd: root, env });
    say('docker compose config accepts it too');
  } catch (error) {
    if (error.stderr === null || error.stderr === undefined || error.status === null) return;
    throw new Error(`docker compose config refuses docker/compose.yaml:\n${String(error.stderr)}`);
  }
}

try {
  const dockerfile = readDockerfile(root);
  const compose = readCompose(root);
  const faults = [...checkDockerfile(dockerfile), ...checkCompose(compose, root), ...checkImports(root)];
  if (faults.length > 0) throw new Error(`docker/ has faults:\n  ${faults.join('\n  ')}`);
  say('docker/: compose.yaml, Dockerfile, .env.example, dependencies and sources fit each other');
  askDocker(compose);
  if (!process.argv.includes('--static')) await replay({ root, dockerfile, compose, say });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
