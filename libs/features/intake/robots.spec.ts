import { robotsAllow } from './robots.js';

describe('robots.txt', () => {
  it.each([
    ['', '/a', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: other\nDisallow: /', '/a', true],
    ['User-agent: *\nDisallow: /\n\nUser-agent: Outturn\nDisallow: /private', '/a', true],
    ['User-agent: *\n\nUser-agent: Outturn\nDisallow: /private', '/private/a', false],
    ['User-agent: a\nUser-agent: *\nDisallow: /a', '/a', false],
    ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x', true],
    ['User-agent: *\nDisallow: /a$', '/ab', true],
    ['User-agent: *\nDisallow: /a # not /b', '/b', true],
  ])('%j lets us read %s: %s', (robots, path, allows) => {
    expect(robotsAllow(robots, path)).toBe(allows);
  });
});
