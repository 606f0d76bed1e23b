import pino from 'pino';
import { CENSORED, withoutPasswords, withoutTokens } from './redact.js';
import { loggerOptions } from './logging.module.js';

describe('what a log must not show', () => {
  it.each([
    ['/unsubscribe/3q8vY2mZk1pR7sT9uW0xA4bC', `/unsubscribe/${CENSORED}`],
    ['/claims/0197f1de-7b6a-7000-8000-0123456789ab', '/claims/0197f1de-7b6a-7000-8000-0123456789ab'],
    ['/api/v1/propositions?cursor=abc&limit=20', '/api/v1/propositions?cursor=abc&limit=20'],
    [
      '/auth/callback?code=s3cret&state=xyz&next=/app',
      `/auth/callback?code=${CENSORED}&state=${CENSORED}&next=/app`,
    ],
    ['/app/administration-of-everything', '/app/administration-of-everything'],
  ])('%s', (url, shown) => {
    expect(withoutTokens(url)).toBe(shown);
  });

  it('leaves no password in an address', () => {
    expect(withoutPasswords('cannot reach postgresql://outturn:hunter2@db:5432/x')).toBe(
      `cannot reach postgresql://outturn:${CENSORED}@db:5432/x`,
    );
  });

  it('blanks secrets in logged objects', () => {
    const lines: string[] = [];
    const logger = pino(loggerOptions({ logLevel: 'info' }), { write: (line: string) => lines.push(line) });
    logger.info({
      password: 'hunter2',
      user: { token: 'hunter3' },
      req: { headers: { cookie: 'hunter4', authorization: 'hunter5' } },
      res: { headers: { 'set-cookie': 'hunter6' } },
      llm: { apiKey: 'hunter7' },
      config: { llm: { apiKey: 'hunter8' }, embeddings: { apiKey: 'hunter9' } },
    });
    expect(lines.join('')).not.toContain('hunter');
    expect(lines.join('')).toContain(CENSORED);
  });
});
