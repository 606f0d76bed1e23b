/**
 * Replays a Dockerfile without Docker. A stage is a folder, COPY a copy (hard links where files come from another
 * stage), RUN a shell in it; the context is what git has, less .dockerignore. Then what the image and compose.yaml
 * would start is started from the last stage alone, on real stores: so a file that is missing there is found here.
 * Not replayed: the base image itself (this machine's Node is used) and isolation.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { interpolate } from './check-docker-compose.mjs';
import { commandOf, healthCommandOf } from './check-docker-file.mjs';

const READY_MS = 90_000;
const STOP_MS = 40_000;
/** `nobody`: when we are root, what the image runs as an ordinary user is not run as root here either. */
const ORDINARY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export async function replay({ root, dockerfile, compose, say }) {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-docker-'));
  fs.chmodSync(place, 0o755);
  try {
    const app = buildStages({ root, dockerfile, place, say });
    await runServices({ place, app, stage: dockerfile.at(-1), compose, say });
  } finally {
    // Hundreds of thousands of links: rm is many times faster than fs.rmSync.
    execFileSync('rm', ['-rf', place]);
  }
}

/** Carries out all stages; returns the working folder of the last. */
function buildStages({ root, dockerfile, place, say }) {
  const context = path.join(place, 'context');
  copyContext(root, context);
  const stages = new Map();
  for (const { name, base, steps } of dockerfile) {
    const folder = path.join(place, `stage-${name}`);
    fs.mkdirSync(folder);
    const parent = stages.get(base);
    if (parent !== undefined) link(`${parent.folder}/.`, folder);
    const stage = { folder, workdir: parent?.workdir ?? '/', env: { ...parent?.env } };
    stages.set(name, stage);
    for (const step of steps)
      carryOut(step, stage, { context, stages, say: (line) => say(`[${name}] ${line}`) });
  }
  const last = stages.get(dockerfile.at(-1).name);
  return { folder: path.join(last.folder, last.workdir), env: last.env };
}

function carryOut({ word, rest }, stage, { context, stages, say }) {
  const here = () => path.join(stage.folder, stage.workdir);
  if (word === 'WORKDIR') {
    stage.workdir = path.posix.resolve(stage.workdir, rest);
    fs.mkdirSync(here(), { recursive: true });
  } else if (word === 'ENV') {
    const [name, value] = rest.split('=', 2);
    stage.env[name] = value;
  } else if (word === 'COPY') copy(rest, here(), { context, stages });
  else if (word === 'RUN') {
    const began = performance.now();
    const env = { ...cleanEnvironment(), ...stage.env };
    const run = spawnSync('/bin/sh', ['-c', rest], {
      cwd: here(),
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (run.status !== 0) throw new Error(`RUN ${rest} failed:\n${run.stdout}\n${run.stderr}`);
    say(`RUN ${rest} (${seconds(began)})`);
  }
}

function copy(rest, here, { context, stages }) {
  const [, from, words] = /^(?:--from=(\S+) )?(.*)$/.exec(rest);
  const source = from === undefined ? context : stages.get(from)?.folder;
  if (source === undefined) throw new Error(`COPY ${rest}: there is no stage ${from}`);
  const names = words.split(/\s+/);
  const target = names.pop();
  const isFolder = target.endsWith('/') || target === '.' || names.length > 1;
  for (const name of names) {
    const found = path.join(source, name);
    if (!fs.existsSync(found)) throw new Error(`COPY ${rest}: ${name} is not there`);
    const to = path.join(
      here,
      target,
      isFolder && !fs.statSync(found).isDirectory() ? path.basename(name) : '',
    );
    fs.mkdirSync(path.dirname(to), { recursive: true });
    if (fs.statSync(found).isDirectory()) {
      fs.mkdirSync(to, { recursive: true });
      link(`${found}/.`, to);
    } else fs.copyFileSync(found, to);
  }
}

function link(from, to) {
  execFileSync('cp', ['-al', from, to]);
}

/** Everything git has or would have, less what .dockerignore names. */
function copyContext(root, context) {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 2 ** 26,
    env: {
      ...process.env,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
    },
  });
  const isIgnored = readIgnored(fs.readFileSync(path.join(root, '.dockerignore'), 'utf8'));
  for (const name of list.toString('utf8').split('\0')) {
    const from = path.join(root, name);
    if (name === '' || isIgnored(name) || !fs.existsSync(from)) continue;
    const to = path.join(context, name);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.copyFileSync(from, to);
  }
}

/** The rules of .dockerignore as far as ours uses them: rooted patterns with `*` and `**`, `!`, the last one wins. */
export function readIgnored(text) {
  const rules = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({
      isKept: line.startsWith('!'),
      pattern: toPattern(line.replace(/^!/, '').replace(/\/$/, '')),
    }));
  return (name) =>
    rules.reduce((ignored, { isKept, pattern }) => (pattern.test(name) ? !isKept : ignored), false);
}

function toPattern(glob) {
  const body = glob
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`^${body}(?:/|$)`);
}

async function runServices({ place, app, stage, compose, say }) {
  const ends = [];
  try {
    const data = ownFolder(place, 'data');
    const databaseUrl = await openDatabase(app.folder, data, ends, say);
    const redisUrl = await openRedis(compose.services.redis.command, place, ends, say);
    const port = await freePort();
    const secret = crypto.randomBytes(32).toString('hex');
    const values = {
      BASE_URL: `http://127.0.0.1:${port}`,
      OUTTURN_SECRET: secret,
      POSTGRES_PASSWORD: 'unused',
    };
    const given = {
      PORT: String(port),
      HOST: '127.0.0.1',
      OUTTURN_DATA: data,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
    };
    const envOf = (service) => ({
      ...cleanEnvironment(),
      ...app.env,
      ...composeEnvironment(service, values),
      ...given,
    });
    const { migrate, api, worker } = compose.services;
    runOnce(migrate.command, app.folder, envOf(migrate), 'migrate', say);
    const apiProcess = launch(commandOf(stage), app.folder, envOf(api), 'api', ends);
    const workerProcess = launch(worker.command, app.folder, envOf(worker), 'worker', ends);
    await until(apiProcess, 'healthy', say, () => isHealthy(healthCommandOf(stage), app.folder, envOf(api)));
    await until(workerProcess, 'taking jobs', say, () => workerProcess.output().includes('Taking jobs'));
    for (const one of [apiProcess, workerProcess]) await stopInOrder(one, say);
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

function composeEnvironment(service, values) {
  return Object.fromEntries(
    Object.entries(service.environment).map(([key, text]) => [key, interpolate(text, values)]),
  );
}

/** DATABASE_URL's server where it is set, with a database of our own on it; else the built-in one of the image. */
async function openDatabase(app, data, ends, say) {
  const name = `outturn_docker_${process.pid}`;
  // As the last stage has it: also shows that the built code loads there.
  const db = await import(pathToFileURL(path.join(app, 'dist/libs/platform/db/index.js')).href);
  if (process.env.DATABASE_URL !== undefined) {
    await db.createDatabaseIfMissing(process.env.DATABASE_URL, name);
    say(`database ${name} on the server of DATABASE_URL; it is left there`);
    const url = new URL(process.env.DATABASE_URL);
    url.pathname = `/${name}`;
    return url.href;
  }
  const server = await db.startEmbeddedPostgres({
    dataDir: path.join(data, 'postgres'),
    durable: false,
    log: say,
  });
  ends.push(() => server.stop());
  await server.createDatabaseIfMissing(name);
  return server.urlFor(name);
}

async function openRedis(command, place, ends, say) {
  if (spawnSync(command[0], ['--version']).error !== undefined) {
    say(`left out: ${command[0]} is not installed here, the queue is on PostgreSQL`);
    return '';
  }
  const port = await freePort();
  const folder = ownFolder(place, 'redis');
  const where = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder];
  const redis = launch([...command, ...where], folder, cleanEnvironment(), 'redis', ends);
  await until(redis, 'accepting connections', say, () => /ready to accept connections/i.test(redis.output()));
  return `redis://127.0.0.1:${port}`;
}

function ownFolder(place, name) {
  const folder = path.join(place, name);
  fs.mkdirSync(folder);
  if (ORDINARY.uid !== undefined) fs.chownSync(folder, ORDINARY.uid, ORDINARY.gid);
  return folder;
}

function runOnce([program, ...args], cwd, env, name, say) {
  const began = performance.now();
  const run = spawnSync(program, args, { cwd, env, ...ORDINARY, encoding: 'utf8', timeout: READY_MS });
  if (run.status !== 0)
    throw new Error(`${name} ended with ${run.status ?? run.signal}:\n${run.stdout}${run.stderr}`);
  say(`${name} done (${seconds(began)})`);
}

function launch([program, ...args], cwd, env, name, ends) {
  const child = spawn(program, args, { cwd, env, ...ORDINARY, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-50_000)));
  const gone = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
  ends.push(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await gone;
  });
  return { child, name, gone, output: () => output };
}

async function until({ child, name, output }, what, say, check) {
  const began = performance.now();
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}:\n${output()}`);
    if (check()) break;
    if (performance.now() - began > READY_MS)
      throw new Error(`${name} is not ${what} after ${seconds(began)}:\n${output()}`);
    await sleep(200);
  }
  say(`${name} is ${what} (${seconds(began)})`);
}

function isHealthy([program, ...args], cwd, env) {
  return spawnSync(program, args, { cwd, env, ...ORDINARY, timeout: 5_000 }).status === 0;
}

/** As `docker stop` does it. */
async function stopInOrder({ child, name, gone, output }, say) {
  const began = performance.now();
  child.kill('SIGTERM');
  const result = await Promise.race([gone, sleep(STOP_MS, 'too slow', { ref: false })]);
  if (result !== 0) throw new Error(`${name} did not stop in order (${result}):\n${output()}`);
  say(`${name} stopped (${seconds(began)})`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Nothing of ours but what a shell needs, and npm's way to its registry. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(PATH|HOME|LANG|TMPDIR|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|npm_config_(registry|cache|cafile|userconfig))$/i.test(
      name,
    ),
  );
  return Object.fromEntries(kept);
}

const seconds = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`;
