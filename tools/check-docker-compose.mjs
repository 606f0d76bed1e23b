/**
 * Checks docker/compose.yaml: the keys and values of the Compose Specification that we use and no others
 * (docs/adr/0007), and what no schema can say: references, ports, secrets, commands that exist.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';

const Name = z.string().regex(/^[a-z][a-z0-9-]*$/);
const Duration = z.string().regex(/^(\d+(ms|s|m|h))+$/);
const Command = z.array(z.string()).min(1);
const Healthcheck = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({
    test: z.union([z.tuple([z.literal('CMD')], z.string()), z.tuple([z.literal('CMD-SHELL'), z.string()])]),
    interval: Duration,
    timeout: Duration,
    start_period: Duration,
    retries: z.int().positive(),
  }),
]);
const Service = z.strictObject({
  image: z.string().regex(/^[\w./-]+:(?!latest$)[\w.-]+$/, 'an image is named with a tag other than latest'),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  command: Command.optional(),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string().startsWith('/')).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  environment: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string()).optional(),
  networks: z.array(Name),
  volumes: z.array(z.string().regex(/^[a-z][a-z0-9-]*:\/[\w/.-]+$/, 'only named volumes')).optional(),
  ports: z.array(z.string()).optional(),
  shm_size: z
    .string()
    .regex(/^\d+[bkmg]$/)
    .optional(),
  healthcheck: Healthcheck.optional(),
  depends_on: z
    .record(
      Name,
      z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }),
    )
    .optional(),
  stop_grace_period: Duration.optional(),
  restart: z.enum(['no', 'always', 'unless-stopped']),
});
const Compose = z.strictObject({
  name: Name,
  services: z.record(Name, Service),
  networks: z.record(Name, z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(Name, z.null()),
});

/** @returns {{ services: Record<string, object>, required: string[], text: string }} */
export function readCompose(root) {
  const text = fs.readFileSync(path.join(root, 'docker/compose.yaml'), 'utf8');
  const document = parseDocument(text, { merge: true, uniqueKeys: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw new Error(`docker/compose.yaml: ${problem.message}`);
  const content = document.toJS();
  const own = Object.fromEntries(Object.entries(content).filter(([key]) => !key.startsWith('x-')));
  const parsed = Compose.safeParse(own);
  if (!parsed.success) throw new Error(`docker/compose.yaml:\n${z.prettifyError(parsed.error)}`);
  const required = [...new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name))];
  return { ...parsed.data, required, text };
}

/** Values with every `${…}` filled in: from `values`, else from the default in the file. */
export function interpolate(text, values) {
  return text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name, kind, rest) => {
    const value = values[name] ?? (kind === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`docker/compose.yaml: ${name} is not set`);
    return value;
  });
}

export function checkCompose(compose, root) {
  const faults = Object.entries(compose.services).flatMap(([name, service]) =>
    [
      ...checkReferences(name, service, compose),
      ...checkEnvironment(name, service, root),
      ...checkCommand(service, root),
    ].map((fault) => `compose.yaml, ${name}: ${fault}`),
  );
  const published = Object.entries(compose.services).filter(([, { ports = [] }]) => ports.length > 0);
  if (published.map(([name]) => name).join() !== 'api')
    faults.push('compose.yaml: only the api may publish a port');
  return [...faults, ...checkVariables(compose, root)];
}

function checkReferences(name, service, { services, networks, volumes }) {
  const faults = [];
  for (const network of service.networks)
    if (network !== 'default' && !(network in networks)) faults.push(`there is no network ${network}`);
  for (const volume of (service.volumes ?? []).map((entry) => entry.split(':')[0]))
    if (!(volume in volumes)) faults.push(`there is no volume ${volume}`);
  for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
    const target = services[other];
    if (target === undefined) faults.push(`depends on ${other}, which is not there`);
    else if (
      condition === 'service_healthy' &&
      (target.healthcheck === undefined || 'disable' in target.healthcheck)
    )
      faults.push(`waits for ${other} to be healthy, which has no health check`);
    else if (condition === 'service_completed_successfully' && target.restart !== 'no')
      faults.push(`waits for ${other} to end, which is restarted for ever`);
  }
  return faults;
}

function checkEnvironment(name, service, root) {
  const faults = [];
  // A setting that is spelled wrong would be ignored in silence.
  const source = fs.readFileSync(path.join(root, 'libs/platform/config/config.ts'), 'utf8');
  const known = new Set([
    'TZ',
    ...[...source.matchAll(/^ {2}([A-Z_]+): define\(/gm)].map(([, setting]) => setting),
  ]);
  for (const [key, value] of Object.entries(service.environment ?? {})) {
    if (service.build !== undefined && !known.has(key)) faults.push(`${key} is not a setting of Outturn`);
    if (/PASSWORD|SECRET|TOKEN/.test(key) && !/^\$\{\w+:\?.*\}$/.test(value))
      faults.push(`${key} must come from \${…:?…}`);
    if (/:\/\/[^/@]*:(?!\$\{\w+:\?)[^/@]*@/.test(value)) faults.push(`${key} holds a password`);
  }
  return faults;
}

function checkCommand(service, root) {
  const [program, file] = service.command ?? [];
  if (program !== 'node') return [];
  const source = path.join(root, file.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
  return fs.existsSync(source)
    ? []
    : [`${file} is built from nothing: there is no ${path.relative(root, source)}`];
}

/** .env.example asks for exactly what compose.yaml refuses to start without, and mentions what it has defaults for. */
function checkVariables({ text, required }, root) {
  const example = fs.readFileSync(path.join(root, 'docker/.env.example'), 'utf8');
  const asked = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)];
  const mentioned = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);
  const used = [...new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name))];
  return [
    ...asked.filter(([, , value]) => value !== '').map(([, name]) => `.env.example: ${name} has a value`),
    ...required
      .filter((name) => !asked.some(([, other]) => other === name))
      .map((name) => `.env.example: ${name} is missing`),
    ...used
      .filter((name) => !mentioned.includes(name))
      .map((name) => `.env.example: ${name} is not mentioned`),
    ...mentioned
      .filter((name) => !used.includes(name))
      .map((name) => `.env.example: ${name} is not used in compose.yaml`),
  ];
}
