import { canonicalAddress } from './canonical-address.js';

describe('one spelling for the addresses of a page', () => {
  it.each([
    ['https://www.example.org/a/?utm_source=x#top', 'example.org/a'],
    ['http://example.org:80/a', 'example.org/a'],
    ['https://m.example.org/a/amp/', 'example.org/a'],
    ['https://EXAMPLE.org/A', 'example.org/A'],
    ['https://example.org/a?b=2&a=1&fbclid=x', 'example.org/a?a=1&b=2'],
    ['https://example.org/?id=7', 'example.org?id=7'],
    // Not a part of the site's name but the name itself.
    ['https://m.org/a', 'm.org/a'],
    ['https://www.uk/a', 'www.uk/a'],
    ['https://example.org:8443/a', 'example.org:8443/a'],
  ])('%s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical);
  });

  it.each([
    '',
    'example.org/a',
    'mailto:a@example.org',
    'javascript:alert(1)',
    `https://example.org/${'a'.repeat(400)}`,
  ])('has none for %s', (address) => {
    expect(canonicalAddress(address)).toBeNull();
  });

  it('keeps pages apart that differ in what is asked for', () => {
    expect(canonicalAddress('https://example.org/story?id=1')).not.toBe(
      canonicalAddress('https://example.org/story?id=2'),
    );
  });
});
