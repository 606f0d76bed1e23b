import type { Environment } from './setting.js';

/** The environment of this process. Nothing else in the house reads it. */
export function processEnvironment(): Environment {
  return process.env;
}
