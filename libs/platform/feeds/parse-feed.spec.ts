import { type FeedFault, FeedFailure } from './feed-failure.js';
import { type FeedDocument, parseFeed } from './parse-feed.js';

const URL_ = 'https://wire.example/feeds/world.xml';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const read = (text: string, more: Partial<FeedDocument> = {}) =>
  parseFeed({ body: bytes(text), url: URL_, ...more });
const rss = (items: string, head = '<title>Wire</title><link>https://wire.example/</link>') =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${head}${items}</channel></rss>`;
const item = (n: number) =>
  `<item><title>Report ${String(n)}</title><guid>r${String(n)}</guid><pubDate>Tue, 01 Mar 2022 09:00:00 GMT</pubDate></item>`;
const titles = (text: string) => read(text).items.map(({ title }) => title);

function faultOf(text: string, more: Partial<FeedDocument> = {}): FeedFault {
  try {
    read(text, more);
  } catch (error) {
    if (error instanceof FeedFailure) return error.fault;
    throw error;
  }
  throw new Error('it was read');
}

describe('the formats', () => {
  it('RSS 2.0, with markup in its words and relative addresses', () => {
    const text = rss(`<item>
      <title>Harbour &amp; quay: &lt;b&gt;strike&lt;/b&gt; ends</title>
      <link>/2022/strike</link><guid isPermaLink="false">tag:1</guid>
      <description><![CDATA[<p>Both sides <i>signed</i>.</p><script>alert(1)</script><p>Work resumes.</p>]]></description>
      <pubDate>Tue, 01 Mar 2022 09:00:00 +0100</pubDate></item>`);
    expect(read(text)).toEqual({
      format: 'rss',
      title: 'Wire',
      siteUrl: 'https://wire.example/',
      notes: [],
      items: [
        {
          identity: 'tag:1',
          title: 'Harbour & quay: strike ends',
          summary: 'Both sides signed. Work resumes.',
          url: 'https://wire.example/2022/strike',
          publishedAt: new Date('2022-03-01T08:00:00Z'),
        },
      ],
    });
  });

  it('RDF, where items stand beside the channel', () => {
    const feed =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://wire.example/"><title>Wire</title><link>https://wire.example/</link>
      <items><rdf:Seq><rdf:li resource="https://wire.example/1"/></rdf:Seq></items></channel>
      <item rdf:about="https://wire.example/1"><title>One</title><link>https://wire.example/1</link>
      <dc:date>2022-03-01T09:00:00Z</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({ format: 'rdf', title: 'Wire', siteUrl: 'https://wire.example/', notes: [] });
    expect(feed.items).toEqual([
      {
        identity: 'https://wire.example/1',
        title: 'One',
        summary: '',
        url: 'https://wire.example/1',
        publishedAt: new Date('2022-03-01T09:00:00Z'),
      },
    ]);
  });

  it('Atom, which says what is markup and what is not', () => {
    const feed = read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://wire.example/base/">
      <title type="html">The &lt;em&gt;Wire&lt;/em&gt;</title><link href="https://wire.example/"/>
      <entry><id>urn:1</id><title>What &lt;blink&gt; was for</title>
        <link rel="self" href="/api/1"/><link rel="alternate" href="one"/>
        <published>2022-03-01T09:00:00Z</published><updated>2022-03-05T09:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Plain</p> <b>words</b></div></content></entry>
      </feed>`);
    expect(feed).toMatchObject({ format: 'atom', title: 'The Wire', siteUrl: 'https://wire.example/' });
    expect(feed.items[0]).toMatchObject({
      identity: 'urn:1',
      title: 'What <blink> was for',
      url: 'https://wire.example/base/one',
      publishedAt: new Date('2022-03-01T09:00:00Z'),
    });
  });

  it('JSON Feed, whose items are taken one by one', () => {
    const feed = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Wire',
        home_page_url: 'https://wire.example/',
        items: [
          {
            id: 7,
            title: 'Seven',
            content_html: '<p>Its <b>words</b></p>',
            url: '/7',
            date_published: '2022-03-01T09:00:00Z',
          },
          'broken',
          { id: '8', title: ['no title'], content_text: 'Words only.', date_published: 5 },
        ],
      }),
      { contentType: 'application/feed+json' },
    );
    expect(feed).toMatchObject({ format: 'json', title: 'Wire', siteUrl: 'https://wire.example/' });
    expect(feed.items).toMatchObject([
      { identity: '7', title: 'Seven', summary: 'Its words', url: 'https://wire.example/7' },
      { identity: '8', title: 'Words only.', publishedAt: null },
    ]);
    expect(feed.notes).toEqual([
      { kind: 'UNDATED', count: 1, example: '' },
      { kind: 'BROKEN_ITEMS', count: 1, example: '' },
    ]);
  });

  it('goes by what a document is, not by what it is called', () => {
    expect(read(rss(item(1)), { contentType: 'text/html' }).items).toHaveLength(1);
    expect(titles(`\n\n<br />Notice: something\n${rss(item(1))}`)).toEqual(['Report 1']);
    expect(read('<rss version="0.92"></rss>').items).toEqual([]);
    expect(read('<feed xmlns="http://www.w3.org/2005/Atom"/>')).toMatchObject({ items: [], notes: [] });
  });
});

describe('a broken item never loses its neighbours', () => {
  const around = (broken: string) => titles(rss(item(1) + broken + item(3)));

  it.each([
    ['an item without its end', '<item><title>Broken</title>', 'Broken'],
    ['a title without its end', '<item><title>Broken</item>', 'Broken'],
    ['tags across each other', '<item><title>Broken</b></title></i></item>', 'Broken'],
    ['a bare ampersand', '<item><title>Broken & sons</title></item>', 'Broken & sons'],
    [
      'CDATA without its end',
      '<item><title>Broken</title><description><![CDATA[no end</description></item>',
      'Broken',
    ],
    ['a comment without its end', '<item><title>Broken</title><!-- no end</item>', 'Broken'],
    ['the end of the channel in it', '<item><title>Broken</title></channel></item>', 'Broken'],
    ['control characters', '<item><title>Bro\u0000\u0008ken\ud800</title></item>', 'Bro ken\ufffd'],
    ['an unknown entity', '<item><title>Broken &nosuch; &#xffffffff;</title></item>', undefined],
  ])('%s', (_what, broken, title) => {
    const found = around(broken);
    expect(found).toHaveLength(3);
    expect(found.filter((one) => one.startsWith('Report'))).toEqual(['Report 1', 'Report 3']);
    if (title !== undefined) expect(found[1]).toBe(title);
  });

  it.each([
    ['entities of its own', '<item><title>&x;</title><!DOCTYPE y [<!ENTITY x "boom">]></item>'],
    ['tags inside each other without end', `<item>${'<a>'.repeat(20_000)}</item>`],
    ['an attribute without its end', '<item x="><title>Broken</title></item>'],
  ])('%s: left out, and counted', (_what, broken) => {
    const feed = read(rss(item(1) + broken + item(3)));
    expect(feed.items.map(({ title }) => title)).toEqual(['Report 1', 'Report 3']);
    expect(feed.notes).toEqual([{ kind: 'BROKEN_ITEMS', count: 1, example: '' }]);
  });

  it('a document that breaks off: its whole items, and a note', () => {
    const whole = rss([1, 2, 3, 4].map(item).join(''));
    const feed = read(whole.slice(0, whole.indexOf('Report 4') + 3));
    expect(feed.items.map(({ title }) => title)).toEqual(['Report 1', 'Report 2', 'Report 3']);
    expect(feed.notes).toMatchObject([{ kind: 'CUT_OFF' }]);
  });

  it('takes what looks like items inside CDATA and comments for words', () => {
    const words =
      '<item><title>Outer</title><description><![CDATA[How to write <item>…</item>]]></description></item>';
    expect(titles(rss(`<!-- <item><title>Hidden</title></item> -->${words}`))).toEqual(['Outer']);
  });

  it('wherever the text is cut, it is read or refused, and no item is half of one', () => {
    const whole = rss([1, 2, 3].map(item).join(''));
    for (let end = 0; end < whole.length; end += 1) {
      try {
        for (const { title, publishedAt } of read(whole.slice(0, end)).items) {
          expect(title).toMatch(/^Report \d$/);
          expect(publishedAt).not.toBeNull();
        }
      } catch (error) {
        expect(error).toBeInstanceOf(FeedFailure);
      }
    }
  });
});

describe('what an item is known by', () => {
  it.each([
    ['its id', '<guid isPermaLink="false"> a-1 </guid><link>https://wire.example/1</link>', 'a-1'],
    ['else its link', '<link>https://wire.example/1</link>', 'https://wire.example/1'],
    ['else its words', '', /^[0-9a-f]{64}$/],
  ])('%s', (_what, inside, expected) => {
    const identity = read(rss(`<item><title>One</title>${inside}</item>`)).items[0]?.identity;
    expect(identity).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
  });

  it('once, where it comes twice; by address, where a feed gives one id to all', () => {
    const twice = read(rss(item(1) + item(1))).items;
    expect(twice).toHaveLength(1);
    const same = read(
      rss(
        '<item><title>A</title><guid>0</guid><link>https://wire.example/a</link></item>' +
          '<item><title>B</title><guid>0</guid><link>https://wire.example/b</link></item>',
      ),
    ).items;
    expect(same.map(({ identity }) => identity)).toEqual(['0', '0|https://wire.example/b']);
  });

  it('takes no address that is not of the web', () => {
    const feed = read(
      rss('<item><title>A</title><link>javascript:alert(1)</link><guid>data:text/html,x</guid></item>'),
    );
    expect(feed.items[0]?.url).toBeNull();
  });
});

describe('dates', () => {
  it('that are no day leave the item without one, with a note and their words', () => {
    const feed = read(
      rss(`${item(1)}<item><title>Old</title><pubDate>Mon, 01 Jan 0000 00:00:00 GMT</pubDate></item>`),
    );
    expect(feed.items[1]).toMatchObject({ title: 'Old', publishedAt: null });
    expect(feed.notes).toEqual([{ kind: 'UNDATED', count: 1, example: 'Mon, 01 Jan 0000 00:00:00 GMT' }]);
  });
});

describe('charsets', () => {
  const text = (charset: string) =>
    `<?xml version="1.0" encoding="${charset}"?>${rss('<item><title>Zürich – Köln</title></item>').slice(21)}`;
  const latin = (charset: string) => Buffer.from(text(charset).replace('–', '-'), 'latin1');
  const titleOf = (body: Buffer, contentType?: string) => {
    const { items, notes } = parseFeed({ body, contentType, url: URL_ });
    return [
      items[0]?.title,
      ...notes.filter(({ kind }) => kind === 'WRONG_CHARSET').map(({ example }) => example),
    ];
  };

  it.each([
    ['declared', latin('iso-8859-1'), undefined, ['Zürich - Köln']],
    ['in the header', latin('utf-8'), 'text/xml; charset=ISO-8859-1', ['Zürich - Köln']],
    ['UTF-8 without a word', Buffer.from(text('utf-8')), undefined, ['Zürich – Köln']],
    [
      'a mark that knows better',
      Buffer.from(`\ufeff${text('iso-8859-1')}`),
      'text/xml; charset=latin1',
      ['Zürich – Köln'],
    ],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text('utf-16')}`, 'utf16le'), undefined, ['Zürich – Köln']],
    ['UTF-16 without', Buffer.from(text('utf-16'), 'utf16le'), undefined, ['Zürich – Köln']],
    [
      'UTF-8 called Latin',
      Buffer.from(text('iso-8859-1')),
      undefined,
      ['Zürich – Köln', 'iso-8859-1 → utf-8'],
    ],
    ['Latin called UTF-8', latin('utf-8'), undefined, ['Zürich - Köln', 'utf-8 → windows-1252']],
    ['a charset there is not', latin('klingon'), undefined, ['Zürich - Köln', 'klingon → windows-1252']],
  ])('%s', (_what, body, contentType, expected) => {
    expect(titleOf(body, contentType)).toEqual(expected);
  });
});

describe('what is no feed', () => {
  it.each([
    ['nothing', '', 'EMPTY'],
    ['blanks', ' \n ', 'EMPTY'],
    ['words', 'Service temporarily unavailable', 'NOT_A_FEED'],
    ['a page', '<!DOCTYPE html><html><head><title>News</title></head></html>', 'HTML_PAGE'],
    [
      'a page of XML',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
      'HTML_PAGE',
    ],
    ['other XML', '<?xml version="1.0"?><sitemap><url/></sitemap>', 'NOT_A_FEED'],
    ['other JSON', '{"error":"no such feed"}', 'NOT_A_FEED'],
    ['half of JSON', '{"version":"https://jsonfeed.org/version/1.1","items":[', 'NOT_A_FEED'],
    ['bytes', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'NOT_A_FEED'],
    ['a feed that ends in its first tag', '<rss version="2.0"', 'NOT_A_FEED'],
  ] as const)('%s', (_what, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('a page that only its server calls one', () => {
    expect(faultOf('<title>News</title><p>Hello', { contentType: 'text/html' })).toBe('HTML_PAGE');
  });

  it('a billion laughs, and an entity of a file', () => {
    const laughs = Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY l${String(i + 1)} "${`&l${String(i)};`.repeat(10)}">`,
    );
    const bomb = rss('<item><title>&l9;</title></item>').replace(
      '<rss',
      `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs.join('')}]><rss`,
    );
    expect(faultOf(bomb)).toBe('ENTITIES');
    const file = rss('<item><title>&x;</title></item>').replace(
      '<rss',
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss',
    );
    expect(faultOf(file)).toBe('ENTITIES');
  });

  it('the document type of old feeds is none of that', () => {
    const old = rss(item(1)).replace(
      '<rss',
      '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/x.dtd"><rss',
    );
    expect(titles(old)).toEqual(['Report 1']);
  });
});

describe('very much', () => {
  it('of a million items the first two thousand are read, and the note says so', () => {
    const feed = read(rss('<item/>'.repeat(1_000_000)));
    expect(feed.notes).toContainEqual({ kind: 'CAPPED', count: 998_000, example: '' });
    const full = read(rss(Array.from({ length: 5_000 }, (_, i) => item(i)).join('')));
    expect(full.items).toHaveLength(2_000);
    expect(full.notes).toEqual([{ kind: 'CAPPED', count: 3_000, example: '' }]);
  });

  it.each([
    ['openings of CDATA', '<![CDATA['],
    ['openings and ends of CDATA', '<item><![CDATA[</item>'],
    ['openings of comments', '<!--'],
    ['openings of items', '<item '],
    ['openings of tags', '<'],
    ['declarations', '<!DOCTYPE'],
  ])('of %s does not hold us up', (_what, part) => {
    expect(read(rss(`${part.repeat(300_000)}]]>${item(1)}`))).toMatchObject({ format: 'rss' });
  });

  it('of words in one item is cut at a word', () => {
    const feed = read(
      rss(
        `<item><title>${'long '.repeat(500)}</title><description>${'word '.repeat(50_000)}</description></item>`,
      ),
    );
    expect(feed.items[0]?.title.length).toBeLessThanOrEqual(500);
    expect(feed.items[0]?.summary.length).toBeLessThanOrEqual(2_000);
    expect(feed.items[0]?.summary).toMatch(/word…$/);
  });
});
