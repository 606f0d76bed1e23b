import { guessUtf16 } from './index.js';

const little = (text: string) => Buffer.from(text, 'utf16le');
const big = (text: string) => little(text).swap16();

describe('UTF-16 without a mark', () => {
  it.each([
    ['little', little('Prices will fall by 2031.'), 'utf-16le'],
    ['big', big('Prices will fall by 2031.'), 'utf-16be'],
    ['little with other letters in it', little('Prices will fall — “by 2031”.'), 'utf-16le'],
    ['UTF-8', Buffer.from('Prices will fall by 2031.'), null],
    ['zeros all over', Buffer.alloc(100), null],
    ['a few zeros', Buffer.from('Prices\0 will fall'), null],
    ['nothing', Buffer.alloc(0), null],
  ])('%s', (_name, bytes, charset) => {
    expect(guessUtf16(bytes)).toBe(charset);
  });
});
