/**
 * `node tools/ci-scan.mjs`: looks through everything git has (or would have) for secrets, for paths of somebody's
 * machine and for registry hosts. The rules are written so that they do not find themselves.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const RULES = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['an AWS key', /\bAKIA[0-9A-Z]{16}\b/],
  ['a GitHub token', /\bgh[opsu]_[A-Za-z0-9]{36}\b|\bgithub_pat_[A-Za-z0-9_]{60,}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=/],
  ['a Slack token', /\bxox[abprs]-[A-Za-z0-9-]{10,}/],
  ['a model provider’s key', /\bsk-[A-Za-z0-9_-]{20,}/],
  [
    'a password in an address',
    /\b[a-z]{3,10}:\/\/[^\s:/@'"`$<>{}]+:(?!password\b|secret\b|geheim\b|pass\b|p\b)[^\s/@'"`$<>{}]{6,}@(?!127\.|localhost|\[::1\]|example\.|[\w.-]*\.(?:example|test|invalid)\b|[\w.-]*example\.(?:org|com|net))[\w-]+\.[\w.-]+/,
  ],
  [
    'a path of a machine',
    /(?<![\w.:/-])\/(?:work|root|home\/[a-z][\w-]*|Users\/[A-Za-z][\w-]*|mnt\/[a-z])\/[\w.-]/,
  ],
  [
    'a registry host',
    /\bregistry\.(?!npmjs\.org\/-\/)[a-z0-9-]+\.[a-z]{2,}\b|\bartifactory\b|\bverdaccio\b/i,
  ],
];
/** Text longer than this is data. */
const MAX_BYTES = 5_000_000;

const env = {
  ...process.env,
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'safe.directory',
  GIT_CONFIG_VALUE_0: '*',
};
const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  env,
  maxBuffer: 2 ** 26,
});
const findings = [];
let count = 0;
for (const name of names.toString('utf8').split('\0')) {
  const file = path.join(root, name);
  const stat = name === '' ? undefined : fs.lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || name === 'tools/ci-scan.mjs') continue;
  count += 1;
  if (/(^|\/)\.env$|\.(pem|p12|pfx|key)$/.test(name))
    findings.push(`${name}: such a file does not belong into git`);
  if (stat.size > MAX_BYTES) {
    findings.push(`${name}: ${stat.size} bytes`);
    continue;
  }
  const content = fs.readFileSync(file);
  if (content.includes(0)) continue;
  for (const [index, line] of content.toString('utf8').split('\n').entries())
    for (const [what, rule] of RULES) if (rule.test(line)) findings.push(`${name}:${index + 1}: ${what}`);
}
for (const finding of findings) process.stderr.write(`${finding}\n`);
if (findings.length > 0) process.exitCode = 1;
else process.stdout.write(`${count} files: no secret, no path of a machine, no registry host\n`);
