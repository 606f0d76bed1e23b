#!/usr/bin/env node
import { endWhenNobodyReads } from './closed-pipe.js';
import { buildProgram } from './program.js';
import { UsageError, toLine } from './plain-error.js';

// Prisma's driver adapter sends queries of one transaction side by side, which pg 8 allows and announces to forbid.
process.noDeprecation = true;

endWhenNobodyReads(process.stdout, (code) => process.exit(code));

try {
  await buildProgram().parseAsync();
} catch (error) {
  process.stderr.write(`${toLine(error)}\n`);
  process.exitCode = error instanceof UsageError ? error.exitCode : 1;
}
