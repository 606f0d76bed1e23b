import { isNarrowed, queryOf, readInboxSearch, searchOf } from './inbox-filter.js';

describe('the address of an inbox', () => {
  it('leads to the same filter again, and is the same for the same filter', () => {
    const search = { topic: 'energy & ports', overdue: 7, reason: 'due', assigned: 'me' } as const;
    expect(queryOf(search)).toBe('assigned=me&overdue=7&reason=due&topic=energy+%26+ports');
    expect(searchOf(queryOf(search))).toEqual(search);
    expect(searchOf('')).toEqual({});
  });

  it('holds nothing that is not understood', () => {
    expect(
      readInboxSearch({ reason: 'whim', overdue: '-3', assigned: 'you', order: 'luck', q: ' ', topic: 12 }),
    ).toEqual({ topic: '12' });
  });

  it('is narrowed by a filter, not by an order', () => {
    expect(isNarrowed({ order: 'value' })).toBe(false);
    expect(isNarrowed({ order: 'value', q: 'rain' })).toBe(true);
  });
});
