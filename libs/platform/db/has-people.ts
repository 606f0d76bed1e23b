import pg from 'pg';

/**
 * Whether a database holds anybody's account, without bringing it up: a database, or a table, that is not there yet
 * holds nobody.
 */
export async function hasPeople(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const table = await client.query<{ found: boolean }>("SELECT to_regclass('users') IS NOT NULL AS found");
    if (table.rows[0]?.found !== true) return false;
    return (await client.query('SELECT 1 FROM users LIMIT 1')).rowCount === 1;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '3D000') return false;
    throw error;
  } finally {
    await client.end();
  }
}
