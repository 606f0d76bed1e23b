import fc from 'fast-check';
import { isOddsLine, readForecastLine } from './forecast-line.js';

/** "what it says | low-high" for every entry of a line. */
const entriesOf = (raw: string, isOddsList = false): string[] =>
  readForecastLine(raw, isOddsList).map(
    ({ words, band }) => `${words.said} | ${String(band.low)}-${String(band.high)}`,
  );

describe('an entry of a list of forecasts', () => {
  it.each([
    ['The tram opens in May: 70%', 'The tram opens in May | 0.7-0.7'],
    ['- The tram opens in May: 70%', 'The tram opens in May | 0.7-0.7'],
    ['12. The tram opens in May \u2013 70 percent.', 'The tram opens in May | 0.7-0.7'],
    ['**The tram opens in May**: about 70%', 'The tram opens in May | 0.7-0.7'],
    ['The tram opens in May: 60-70%', 'The tram opens in May | 0.6-0.7'],
    ['The tram opens in May (7.5%)', 'The tram opens in May | 0.075-0.075'],
    ['The tram opens in May: 70% (+6)', 'The tram opens in May | 0.7-0.7'],
    ['The tram opens in May: 70% (unchanged)', 'The tram opens in May | 0.7-0.7'],
    ['The tram does not open: 20%', 'The tram does not open | 0.2-0.2'],
    ['No tram before June: 20%', 'No tram before June | 0.2-0.2'],
    ['Will the tram open in May? \u2013 54% (+6)', 'the tram will open in May | 0.54-0.54'],
  ])('%s', (raw, expected) => {
    expect(entriesOf(raw)).toEqual([expected]);
  });

  it.each([
    ['Turnout was 70%'],
    ['The tram opens in May: 170%'],
    ['The tram opens in May: 70-60%'],
    ['The tram opens in May.'],
    ['Which tram opens first? 70%'],
    [`The tram opens in ${'May '.repeat(100)}: 70%`],
  ])('is not: %s', (raw) => {
    expect(entriesOf(raw)).toEqual([]);
  });

  it('may be a name alone only among others like it', () => {
    expect(entriesOf('Orla Finch, 9/4', false)).toEqual([]);
    expect(entriesOf('Orla Finch, 9/4', true)).toEqual(['Orla Finch | 0.3077-0.3077']);
    expect(readForecastLine('Orla Finch, 9/4', true)[0]?.words.isBet).toBe(true);
    expect(readForecastLine('Orla Finch: 30%', true)[0]?.words.isBet).toBe(false);
  });

  it('reads odds as a to b against: evens are a half, and 0/0 is none', () => {
    expect(readForecastLine('Orla Finch, 1/1', true)[0]?.band.point).toBe(0.5);
    expect(readForecastLine('Orla Finch, 1/4', true)[0]?.band.point).toBe(0.8);
    expect(readForecastLine('Orla Finch, 0/0', true)).toEqual([]);
  });

  it('parts the options that answer a question, each with its place', () => {
    const raw = '*Which party comes first?* Greens 41% (+2), Liberals 33% (\u20131), others 26%';
    const options = readForecastLine(raw, false);
    expect(options.map(({ words }) => words.said)).toEqual(['Greens', 'Liberals', 'others']);
    expect(options.map(({ words }) => words.question)).toEqual(
      Array.from({ length: 3 }, () => 'Which party comes first?'),
    );
    expect(options.map(({ band }) => band.point)).toEqual([0.41, 0.33, 0.26]);
    expect(options.map(({ start, end }) => raw.slice(start, end))).toEqual([
      'Greens 41% (+2)',
      'Liberals 33% (\u20131)',
      'others 26%',
    ]);
  });

  it('gives back every percentage it is given, in both notations', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom('%', ' percent', ' per cent'),
        (n, unit) => {
          expect(readForecastLine(`The tram opens: ${String(n)}${unit}`, false)[0]?.band.point).toBe(n / 100);
        },
      ),
    );
  });
});

describe('a line of odds', () => {
  it.each([
    ['Norway, 33/1', true],
    ['Norway: 4%', true],
    ['3. Norway \u2013 4%', true],
    ['Norway fell by 4% last year, and will again', false],
    ['Norway', false],
  ])('%s: %s', (raw, expected) => {
    expect(isOddsLine(raw)).toBe(expected);
  });
});
