import { createHash } from 'node:crypto';

/** How a statement begins whose plan each connection keeps. */
export const PREPARED = '/* prepared */';

/** The name under which a connection keeps a statement's plan; without one it is planned anew each time. */
export function statementName(sql: string): string {
  if (!sql.startsWith(PREPARED)) return '';
  return `p${createHash('sha256').update(sql).digest('hex').slice(0, 40)}`;
}
