import { MAIL_TRIES, mailRetryWaitMs } from './mail-retry.js';

describe('the wait of a mail that was put off', () => {
  it.each([
    ['after the first try', 1, 0.5, 30_000],
    ['after the second', 2, 0.5, 60_000],
    ['after the fifth', 5, 0.5, 480_000],
    ['never longer than an hour', 12, 0.5, 3_600_000],
    ['nor so often that the number overflows', 5_000, 0.5, 3_600_000],
    ['half as long', 1, 0, 15_000],
    ['or half as long again', 1, 1, 45_000],
  ])('%s', (_name, tries, chance, ms) => {
    expect(mailRetryWaitMs(tries, chance)).toBe(ms);
  });

  it('adds up to some two days before a mail is given up', () => {
    let hours = 0;
    for (let tries = 1; tries < MAIL_TRIES; tries += 1) hours += mailRetryWaitMs(tries, 0.5) / 3_600_000;
    expect(hours).toBeGreaterThan(46);
    expect(hours).toBeLessThan(50);
  });
});
