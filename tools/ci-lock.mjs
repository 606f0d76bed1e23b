/**
 * `node tools/ci-lock.mjs [--mend]`: checks package-lock.json. It must name no registry host, and must have an entry
 * for every package that another asks for, those of foreign platforms included: npm leaves out what a registry
 * did not have at that moment, and `npm ci` then refuses the lock file everywhere. --mend adds what is missing.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const file = path.join(root, 'package-lock.json');
const text = fs.readFileSync(file, 'utf8');
const lock = JSON.parse(text);
const isMending = process.argv.includes('--mend');

const OS = /-(darwin|linux|win32|android|freebsd|openbsd|netbsd|sunos|aix|openharmony)(?=-|$)/;
const CPU = /-(arm64|arm|x64|ia32|ppc64|s390x|riscv64|loong64|mips64el)(?=-|$)/;
/** Words in names and what `libc` of package.json calls them. */
const LIBC = { gnu: 'glibc', musl: 'musl' };

/** Where npm looks for `name` from a package at `from`, nearest first. */
function* placesOf(name, from) {
  for (let at = from; ;) {
    yield path.posix.join(at, 'node_modules', name);
    if (at === '') return;
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
  }
}

const isThere = (name, from) => [...placesOf(name, from)].some((place) => place in lock.packages);

/** A package of another platform: npm never loads it here, so its place and its platform are all that is needed. */
function foreignEntry(name, version, parent) {
  const [, os] = OS.exec(name) ?? [];
  const [, cpu] = CPU.exec(name) ?? [];
  if (os === undefined || cpu === undefined || !/^\d+\.\d+\.\d+[\w.-]*$/.test(version)) return null;
  const libc = os === 'linux' ? LIBC[/(gnu|musl)(?:eabihf)?$/.exec(name)?.[1]] : undefined;
  return {
    version,
    cpu: [cpu],
    ...(parent.dev === true ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    ...(parent.license === undefined ? {} : { license: parent.license }),
    optional: true,
    os: [os],
  };
}

const faults = [];
const hosts = text.match(/"(?:resolved": "https?:[^"]*|https?:\/\/[^"]*\.tgz)"/g) ?? [];
if (hosts.length > 0) faults.push(`package-lock.json names ${hosts.length} addresses, such as ${hosts[0]}`);

for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isThere(name, place)) continue;
    const missing = foreignEntry(name, version, entry);
    if (isMending && missing !== null) lock.packages[`node_modules/${name}`] = missing;
    else
      faults.push(
        `package-lock.json has no ${name}@${version}, which ${place} may use (node tools/ci-lock.mjs --mend)`,
      );
  }
}

if (isMending) {
  const { '': own, ...rest } = lock.packages;
  const sorted = Object.fromEntries(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en')));
  fs.writeFileSync(file, `${JSON.stringify({ ...lock, packages: { '': own, ...sorted } }, null, 2)}\n`);
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
else
  process.stdout.write(
    `package-lock.json: ${Object.keys(lock.packages).length} packages, complete, no host\n`,
  );
