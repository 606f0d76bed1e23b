import { readText } from './read-text.js';

const terms = (text: string, isCriteria = false) => [...readText(text, 10_000, isCriteria).terms.keys()];
const names = (text: string) => readText(text, 10_000).names.map((name) => name.label);

describe('readText', () => {
  it.each([
    ['Russian troops', 'troops of the Russian Federation', '@ru'],
    ['South Sudanese leaders', 'South Sudan', '@ss'],
    ['the U.S. Senate', 'American senators', '@us'],
    ['Türkiye objects', 'Turkish objections', '@tr'],
    ['Kyiv recognised it', 'its recognition', '!recognise'],
    ['it will recognize them', 'the recognition of them', '!recognise'],
    ['Scottish voters', 'the Scots of Scotland', '@gb-sct'],
    ['a Texan court', 'a court in Texas', '@us-tx'],
    ['she steps down', 'her resignation', '!leave office'],
    ['the AI act', 'an act on artificial intelligence', 'artifici'],
    ['233,000 refugees', 'some 233000 refugees', '#233000'],
    ['1.5 million refugees', '1,500,000 refugees', '#1500000'],
    ['up 5 per cent', 'a 5% rise', '#5%'],
  ])('reads the same thing in "%s" and "%s"', (one, other, term) => {
    expect(terms(one)).toContain(term);
    expect(terms(other)).toContain(term);
  });

  it('takes the longest country name: South Korea is not Korea, Sudan not South Sudan', () => {
    expect(terms('South Sudan')).toEqual(['@ss']);
    expect(terms('Democratic Republic of the Congo')).toEqual(['@cd']);
  });

  it('reads "us" as a country in capitals only', () => {
    expect(terms('they told us')).not.toContain('@us');
    expect(terms('the US told them')).toContain('@us');
  });

  it('reads countries that are also words where they are written as names', () => {
    expect(terms('They ate turkey in chad')).not.toContain('@tr');
    expect(terms('kim jong Un spoke')).not.toContain('@un');
    expect(terms('will russia invade ukraine')).toEqual(['@ru', '!invade', '@ua']);
  });

  it('knows which country acts by who leads it', () => {
    expect([...readText('Talks with Putin', 100).seats]).toEqual(['@ru']);
  });

  it('leaves dates to the dates', () => {
    expect(terms('by 31 March 2022, before May 5, 2023')).toEqual([]);
  });

  it('finds names by their capitals and stops them at a possessive', () => {
    expect(names('Will Boris Johnson leave?')).toEqual(['Boris Johnson']);
    expect(names("Will Aldi's Medicaid grow?")).toEqual(['Aldi', 'Medicaid']);
    expect(names('What Every Reader Should Know About Gas Prices Now')).toEqual([]);
  });

  it('knows Moscow as a place and as a government', () => {
    const reading = readText('Moscow objects', 100);
    expect([...reading.seats]).toEqual(['@ru']);
    expect(names('Moscow objects')).toEqual(['Moscow']);
  });

  it('leaves out of criteria how a question is settled', () => {
    const text = 'Resolves as YES if reputable sources (such as Reuters, BBC) report a ceasefire.';
    expect(terms(text, true)).toEqual(['!ceasefire']);
  });

  it('notes which actions are denied, within a few words only', () => {
    expect([...readText('Russia will not recognise it', 100).negated]).toEqual(['!recognise']);
    expect([...readText('It did not rain. Russia recognises it', 100).negated]).toEqual([]);
  });
});
