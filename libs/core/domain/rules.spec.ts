import {
  canMove,
  checkOpening,
  digestDue,
  DomainError,
  finaliseDueAt,
  nameKey,
  type Opening,
  reminderPeriod,
  settle,
} from './index.js';

describe('a claim is settled', () => {
  it.each([
    ['OCCURRED', 'unconditional', { kind: 'scored', outcome: 1 }],
    ['NOT_OCCURRED', 'unconditional', { kind: 'scored', outcome: 0 }],
    ['AMBIGUOUS', 'unconditional', { kind: 'ambiguous' }],
    ['VOID', 'unconditional', { kind: 'void', reason: 'VERDICT' }],
    [null, 'unconditional', { kind: 'pending' }],
    ['OCCURRED', 'OCCURRED', { kind: 'scored', outcome: 1 }],
    ['OCCURRED', 'NOT_OCCURRED', { kind: 'void', reason: 'CONDITION_UNMET' }],
    ['OCCURRED', 'AMBIGUOUS', { kind: 'void', reason: 'CONDITION_UNRESOLVED' }],
    ['OCCURRED', 'VOID', { kind: 'void', reason: 'CONDITION_UNRESOLVED' }],
    ['OCCURRED', null, { kind: 'pending' }],
    [null, 'NOT_OCCURRED', { kind: 'void', reason: 'CONDITION_UNMET' }],
  ] as const)('verdict %s, condition %s', (outcome, condition, settlement) => {
    expect(settle({ outcome, condition })).toEqual(settlement);
  });
});

describe('opening', () => {
  const good: Opening = {
    statement: 'Russia recognises the Donbass republics',
    claimant: 'A. Writer',
    claimantKind: 'public_person',
    windowStartOn: null,
    deadlineOn: '2022-02-28',
    deadlineBasis: 'explicit',
    saidOn: '2022-01-17',
  };
  const codeOf = (change: Partial<Opening>) => {
    try {
      checkOpening({ ...good, ...change });
      return null;
    } catch (error) {
      return error instanceof DomainError ? error.code : String(error);
    }
  };

  it.each([
    ['is fine as it is', {}, null],
    [
      'refuses a deadline before publication',
      { deadlineOn: '2021-12-31' },
      'PROPOSITION.DEADLINE_BEFORE_PUBLICATION',
    ],
    ['takes a deadline on the day of publication', { deadlineOn: '2022-01-17' }, null],
    [
      'refuses a window that ends before it starts',
      { windowStartOn: '2022-03-01' },
      'PROPOSITION.BAD_WINDOW',
    ],
    ['refuses a date with basis none', { deadlineBasis: 'none' }, 'PROPOSITION.BAD_WINDOW'],
    ['refuses basis explicit without a date', { deadlineOn: null }, 'PROPOSITION.BAD_WINDOW'],
    ['takes none without a date', { deadlineOn: null, deadlineBasis: 'none' }, null],
    ['refuses a denial', { statement: 'Russia will not invade Ukraine' }, 'PROPOSITION.NEGATED'],
    ['takes words that only look like one', { statement: 'Parliament passes a no-confidence vote' }, null],
    ['refuses a claimant who is nobody', { claimant: ' Unknown ' }, 'CLAIMANT.NOT_FOUND'],
    ['takes nobody where that is the kind', { claimant: 'unknown', claimantKind: 'anonymous' }, null],
  ] as const)('%s', (_name, change, code) => {
    expect(codeOf(change)).toBe(code);
  });
});

it('a verdict may be final when the dispute window is over, on days of the zone', () => {
  expect(finaliseDueAt(new Date('2022-03-01T10:00:00Z'), 14, 'UTC').toISOString()).toBe(
    '2022-03-15T00:00:00.000Z',
  );
  expect(finaliseDueAt(new Date('2022-03-01T23:30:00Z'), 14, 'Europe/Berlin').toISOString()).toBe(
    '2022-03-15T23:00:00.000Z',
  );
});

describe('the reminder ladder', () => {
  const due = new Date('2022-03-01T00:00:00Z');
  it.each([
    ['2022-02-28T23:59:59Z', null],
    ['2022-03-01T00:00:00Z', { period: 0, escalated: false }],
    ['2022-03-05T23:59:59Z', { period: 0, escalated: false }],
    ['2022-03-06T00:00:00Z', { period: 1, escalated: false }],
    ['2022-03-16T00:00:00Z', { period: 3, escalated: true }],
  ])('at %s', (now, step) => {
    expect(reminderPeriod(due, new Date(now))).toEqual(step);
  });
});

describe('the digest of a user who wants it on Monday at eight', () => {
  const time = { zone: 'Europe/Berlin', weekday: 1, hour: 8 };
  it.each([
    ['Sunday night, last week’s is still due', '2022-03-13T22:59:00Z', '2022-W10'],
    ['Monday before eight', '2022-03-14T06:59:00Z', null],
    ['Monday at eight', '2022-03-14T07:00:00Z', '2022-W11'],
    ['Thursday, after the service was down', '2022-03-17T12:00:00Z', '2022-W11'],
  ])('%s', (_name, now, week) => {
    expect(digestDue(time, new Date(now))).toBe(week);
  });
});

it('two spellings of a name have one key', () => {
  expect(nameKey('  José  Núñez-Pérez ')).toBe(nameKey('Jose Nunez Perez'));
  expect(nameKey('Путин')).toBe('путин');
});

it('what is rejected stays rejected, and a final verdict can only be reopened', () => {
  expect(canMove('match', 'rejected', 'confirmed')).toBe(false);
  expect(canMove('match', 'confirmed', 'rejected')).toBe(true);
  expect(canMove('verdict', 'final', 'provisional')).toBe(false);
  expect(canMove('verdict', 'final', 'reopened')).toBe(true);
  expect(canMove('candidate', 'accepted', 'rejected')).toBe(false);
});
