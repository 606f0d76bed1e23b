import { discoverFeeds } from './discover-feeds.js';

const find = (html: string) =>
  discoverFeeds({
    body: Buffer.from(html),
    url: 'https://wire.example/news/',
    contentType: 'text/html; charset=utf-8',
  });

describe('the feeds of a page', () => {
  it('are those its head names, each once, with their titles', () => {
    expect(
      find(`<!doctype html><html><head>
        <link rel="stylesheet" href="/style.css"><link rel="alternate" hreflang="de" href="/de/">
        <LINK REL="Alternate" TYPE="application/rss+xml" TITLE="All &amp; sundry" HREF="/rss.xml">
        <link rel=alternate type="application/atom+xml; charset=utf-8" href=atom.xml>
        <link rel="alternate" type="application/feed+json" href="https://cdn.example/feed.json" title=" Data ">
        <link rel="alternate" type="application/rss+xml" href="/rss.xml" title="Again">
        <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
        </head><body><a href="/other/feed/">other</a></body></html>`),
    ).toEqual([
      { url: 'https://wire.example/rss.xml', title: 'All & sundry' },
      { url: 'https://wire.example/news/atom.xml', title: '' },
      { url: 'https://cdn.example/feed.json', title: 'Data' },
    ]);
  });

  it('follow the base of the page', () => {
    const page = '<base href="/root/"><link rel="alternate" type="application/rss+xml" href="feed">';
    expect(find(page)).toEqual([{ url: 'https://wire.example/root/feed', title: '' }]);
  });

  it('else are links in it that look like feeds', () => {
    const page =
      '<a href="/about">About</a> <a href="/feed/">RSS</a> <a href="/world.rss">World</a> <a href="/feedback">Write</a>';
    expect(find(page).map(({ url }) => url)).toEqual([
      'https://wire.example/feed/',
      'https://wire.example/world.rss',
    ]);
  });

  it('are none where there are none, and few where there are very many', () => {
    expect(find('<p>Hello</p>')).toEqual([]);
    expect(find('')).toEqual([]);
    const many = Array.from({ length: 500 }, (_, i) => `<a href="/${String(i)}/feed">x</a>`).join('');
    expect(find(many)).toHaveLength(20);
  });
});
