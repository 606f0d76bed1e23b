import { OutageLog } from './outage-log.js';

describe('the log of an outage', () => {
  let lines: string[];
  let now: number;
  let log: OutageLog;

  beforeEach(() => {
    lines = [];
    now = 0;
    const push = (line: string) => void lines.push(line);
    log = new OutageLog('The queue', { warn: push, log: push }, () => now);
  });

  it('has one line for its begin and one for its end, however long it lasts', () => {
    for (; now < 3_600_000; now += 5_000) log.failed(new Error('refused'));
    log.recovered();
    log.recovered();
    expect(lines).toEqual([
      'The queue fails, trying on: Error: refused',
      'The queue works again after 720 failed attempts',
    ]);
  });

  it('takes an error after a minute of quiet for a new outage', () => {
    log.failed(new Error('refused'));
    now = 61_000;
    log.failed(new Error('refused'));
    expect(lines).toHaveLength(2);
  });

  it('shows no password', () => {
    log.failed(new Error('cannot reach redis://outturn:hunter2@db:6379'));
    expect(lines.join()).not.toContain('hunter2');
  });
});
