import { FeedFailure } from './feed-failure.js';
import { readOpml, writeOpml } from './opml.js';

const opml = (outlines: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head/><body>${outlines}</body></opml>`;

describe('lists of subscriptions', () => {
  it('are read with their folders, each address once, in order', () => {
    const text = opml(`
      <outline text="A &amp; B" xmlUrl="https://a.example/feed?x=1&amp;y=2" type="rss"/>
      <outline text="Folder"><outline title="Deep" text="no" xmlUrl=" https://deep.example/feed "/>
        <outline text="Deeper"><outline text="C" xmlurl="https://c.example/feed"/></outline></outline>
      <outline text="A again" xmlUrl="https://a.example/feed?x=1&amp;y=2"/>
      <outline text="no address"/>`);
    expect(readOpml(text)).toEqual([
      { title: 'A & B', url: 'https://a.example/feed?x=1&y=2' },
      { title: 'Deep', url: 'https://deep.example/feed' },
      { title: 'C', url: 'https://c.example/feed' },
    ]);
  });

  it('come back as they were written', () => {
    const feeds = [
      { title: 'Quotes “"<>&\u0027', url: 'https://a.example/?a=1&b="2"', siteUrl: 'https://a.example/' },
      { title: 'Zürich', url: 'https://b.example/feed', siteUrl: null },
    ];
    const text = writeOpml('Feeds of <us>', feeds);
    expect(text).toContain('htmlUrl="https://a.example/"');
    expect(readOpml(text)).toEqual(feeds.map(({ title, url }) => ({ title, url })));
    expect(writeOpml('Nothing', [])).toContain('<body/>');
  });

  it.each([
    ['', 'EMPTY'],
    ['<html><body/></html>', 'NOT_A_FEED'],
    ['not XML', 'NOT_A_FEED'],
    ['<!DOCTYPE o [<!ENTITY x "y">]><opml><body/></opml>', 'ENTITIES'],
    [opml('<outline text="x">'.repeat(20_000)), 'NOT_A_FEED'],
  ])('%.60s is refused', (text, fault) => {
    let thrown: unknown;
    try {
      readOpml(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FeedFailure);
    expect(thrown).toMatchObject({ fault });
  });
});
