import { UsageError } from '../plain-error.js';
import { readAnchor } from './read-anchor.js';

describe('the day a phrase was said on', () => {
  it.each([
    ['2022-01-17', undefined, '2022-01-17', null],
    ['2022-01-17', 'Asia/Tokyo', '2022-01-17', null],
    ['2022-01-17T23:30:00Z', undefined, '2022-01-17', 1410],
    ['2022-01-17T23:30:00Z', 'Asia/Tokyo', '2022-01-18', 510],
    ['2022-01-17T23:30:00Z', 'America/New_York', '2022-01-17', 1110],
    ['2022-01-17T01:15:30.250-05:00', undefined, '2022-01-17', 75],
    ['2022-01-17T23:15-05:00', 'UTC', '2022-01-18', 255],
    ['2022-03-27T00:30:00Z', 'Europe/Berlin', '2022-03-27', 90],
    ['2022-03-27T01:30:00Z', 'Europe/Berlin', '2022-03-27', 210],
    ['2022-12-31T23:59:59Z', 'Pacific/Kiritimati', '2023-01-01', 839],
    ['2022-01-17T09:00', 'Asia/Tokyo', '2022-01-17', 540],
  ])('%s in %s is %s, minute %s', (raw, zone, on, minuteOfDay) => {
    expect(readAnchor(raw, zone)).toEqual({ on, minuteOfDay });
  });

  it.each(['2023-02-29', '17 January 2022', '2022-01-17T25:00Z', '2022-01-17T10:00+99:00', '', 'yesterday'])(
    'says what is wrong with --anchor "%s" and how to write it',
    (raw) => {
      expect(() => readAnchor(raw, 'UTC')).toThrow(/--anchor.*(?:YYYY-MM-DD|\+01:00)/u);
    },
  );

  it('takes an unknown zone for a wrong call, not for bad input', () => {
    const call = (): unknown => readAnchor('2022-01-17', 'Mars/Olympus');
    expect(call).toThrow(UsageError);
    expect(call).toThrow(/Mars\/Olympus.*IANA/u);
  });
});
