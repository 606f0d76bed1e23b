import { Config } from '#platform/config';

/** Settings of a process under test: no mail, no Redis, no model, nothing logged; `more` says what is different. */
export function testConfig(
  databaseUrl: string,
  more: Partial<ConstructorParameters<typeof Config>[0]> = {},
): Config {
  return new Config({
    mode: 'test',
    port: 3000,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:3000',
    dataFolder: '/nowhere',
    secret: '0123456789abcdefghijklmnopqrstuvwxyz-for-tests',
    databaseUrl,
    redisUrl: null,
    smtpUrl: null,
    mailFrom: 'Outturn <no-reply@example.org>',
    mailConnections: 2,
    mailPerMinute: null,
    llm: null,
    embeddings: null,
    fetchAllowedNetworks: [],
    logLevel: 'silent',
    ...more,
  });
}
