import { mailAlarm } from './mail-alarm.js';

describe('the alarm of a week without mail', () => {
  const QUIET = { subscribers: 0, digestsBuilt: 0, digestsSkipped: 0, written: 0, sent: 0 };
  it.each([
    ['nobody takes any', {}, null],
    ['mail goes out', { subscribers: 3, digestsBuilt: 3, written: 3, sent: 1 }, null],
    [
      'mail is written and none leaves',
      { subscribers: 3, digestsBuilt: 3, written: 3, sent: 0 },
      'nothing_sent',
    ],
    ['the same, of mail that is no digest', { written: 1 }, 'nothing_sent'],
    ['people wait and nothing was planned', { subscribers: 1 }, 'nothing_planned'],
    ['all were empty', { subscribers: 2, digestsSkipped: 2 }, 'all_empty'],
  ])('%s', (_name, week, alarm) => {
    expect(mailAlarm({ ...QUIET, ...week })).toBe(alarm);
  });
});
