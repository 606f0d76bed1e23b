import { PassThrough } from 'node:stream';
import { endWhenNobodyReads } from './closed-pipe.js';

const failing = (code: string): { output: PassThrough; ended: number[]; fail: () => boolean } => {
  const output = new PassThrough();
  const ended: number[] = [];
  endWhenNobodyReads(output, (exitCode) => ended.push(exitCode));
  return { output, ended, fail: () => output.emit('error', Object.assign(new Error(code), { code })) };
};

describe('output that nobody reads any more', () => {
  it('ends the command without a fault', () => {
    const { ended, fail } = failing('EPIPE');
    fail();
    expect(ended).toEqual([0]);
  });

  it('hides no other error', () => {
    const { ended, fail } = failing('ENOSPC');
    expect(fail).toThrow('ENOSPC');
    expect(ended).toEqual([]);
  });
});
