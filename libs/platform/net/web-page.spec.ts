import { readWebPage } from './web-page.js';

const read = (html: string, type = 'text/html; charset=utf-8') =>
  readWebPage({ headers: { 'content-type': type }, body: Buffer.from(html) });

describe('a web page given as evidence', () => {
  it('tells its title, its day and its words, and none of what surrounds them', () => {
    const page = read(`<html><head><title>Site | Old title</title>
      <meta property="og:title" content="Rain &amp; snow">
      <meta property="article:published_time" content="2022-03-04T10:00:00Z"><style>p{}</style></head>
      <body><nav>Home</nav><script>let x = 'no'</script><h1>Rain</h1><p>It  rained.\n Much.</p>
      <p>It stopped.</p><footer>Imprint</footer></body></html>`);
    expect(page).toEqual({
      title: 'Rain & snow',
      publishedOn: '2022-03-04',
      text: 'Rain\nIt rained.\nMuch.\nIt stopped.',
    });
  });

  it.each([
    ['<title>Only a title</title>', { title: 'Only a title', publishedOn: null, text: '' }],
    ['<time datetime="2022-02-01">1 Feb</time>', { title: '', publishedOn: '2022-02-01', text: '1 Feb' }],
    ['<meta name="date" content="yesterday">Words', { title: '', publishedOn: null, text: 'Words' }],
    ['', { title: '', publishedOn: null, text: '' }],
    ['<p>broken <b>markup', { title: '', publishedOn: null, text: 'broken markup' }],
    ['<script>never closed', { title: '', publishedOn: null, text: '' }],
  ])('%s', (html, expected) => {
    expect(read(html)).toEqual(expected);
  });

  it('is decoded as it says, and as UTF-8 where it says nonsense', () => {
    const body = Buffer.from('<p>caf\u00e9</p>', 'latin1');
    expect(readWebPage({ headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body }).text).toBe(
      'caf\u00e9',
    );
    expect(read('<p>caf\u00e9</p>', 'text/html; charset=klingon').text).toBe('caf\u00e9');
  });

  it('plain text is its own words', () => {
    expect(read('a < b\n\nc', 'text/plain').text).toBe('a < b\nc');
  });
});
