import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { NeedsEdit, PropositionKind } from '#core/domain';
import { tokenise } from './nlp.js';
import { stateLine } from './state-line.js';
import { stateClause } from './state-positively.js';
import type { Statement } from './statement.js';
import { WordMemory } from './word-memory.js';

interface Row {
  /** A sentence in running text, or an entry of a list of forecasts. */
  readonly text?: string;
  readonly entry?: string;
  readonly before?: string;
  /** The word that makes it a prediction, where it is not the first modal or hedge. */
  readonly anchor?: string;
  readonly speaker?: string;
  readonly condition?: string;
  readonly question?: string;
  readonly beforeEntry?: string;
  readonly isBet?: boolean;
  readonly statement: string;
  readonly negated?: boolean;
  readonly kind: PropositionKind;
  readonly needsEdit?: readonly NeedsEdit[];
}

const rows = fs
  .readFileSync(path.resolve(__dirname, '../../../test/cases/statements.jsonl'), 'utf8')
  .split('\n')
  .filter((row) => row !== '')
  .map((row) => JSON.parse(row) as Row);

const CUE =
  /\b(?:will|wo(?=n['\u2019]t)|would|may|might|could|should|likely|unlikely|going|set|due|bound|expected|about|are to|selling|chance|odds|doubtful)\b|['\u2019](?:ll|d)\b/iu;

function stateSentence(text: string, row: Partial<Row> = {}): Statement {
  const lead = row.before === undefined ? '' : `${row.before} `;
  const whole = lead + text;
  const sentence = tokenise(whole, { start: lead.length, end: whole.length });
  const earlier = lead === '' ? [] : [tokenise(whole, { start: 0, end: lead.length - 1 })];
  const words = new WordMemory();
  for (const tokens of [...earlier, sentence]) words.read(tokens);
  const anchor = row.anchor === undefined ? Math.max(0, text.search(CUE)) : text.indexOf(row.anchor);
  const name = row.speaker ?? 'Anna Low';
  return stateClause({
    tokens: sentence,
    anchorAt: lead.length + anchor,
    sentence,
    earlier,
    words,
    speaker: { name, isUnknown: name === 'author' },
    condition: row.condition ?? null,
    supposed: [],
    time: [],
  });
}

function stateRow(row: Row): Statement {
  if (row.entry === undefined) return stateSentence(row.text ?? '', row);
  const line = {
    said: row.entry,
    question: row.question ?? null,
    before: row.beforeEntry ?? null,
    isBet: row.isBet === true,
  };
  return stateLine(line, { name: 'Anna Low', isUnknown: false });
}

describe('wording a claim as a statement', () => {
  it.each(rows.map((row) => [row.text ?? `${row.question ?? ''} ${row.entry ?? ''}`, row] as const))(
    '%s',
    (_, row) => {
      const { text, kind, needsEdit, isDenied, isFrameDenied } = stateRow(row);
      expect({ text, kind, needsEdit, negated: isDenied !== isFrameDenied }).toEqual({
        text: row.statement,
        kind: row.kind,
        needsEdit: row.needsEdit ?? [],
        negated: row.negated ?? false,
      });
    },
  );

  it('covers every kind and every hint', () => {
    expect(new Set(rows.map(({ kind }) => kind)).size).toBe(4);
    const hints = new Set(rows.flatMap(({ needsEdit }) => needsEdit ?? []));
    expect([...hints].sort()).toEqual(
      [
        'ELLIPSIS',
        'NO_SUBJECT',
        'NO_VERB',
        'PRONOUN',
        'RELATIVE_TIME',
        'TWO_EVENTS',
        'WHO_IS_WE',
        'LONG',
      ].sort(),
    );
  });
});

describe('statements of any sentence', () => {
  const SUBJECTS = fc.constantFrom<[string, boolean]>(
    ['The harbour', false],
    ['Two of the mills', true],
    ['The number of barges', false],
    ['Orla Finch', false],
    ['Ann Bell and Pavel Novak', true],
    ['The police', true],
    ['The ferry, which has never been late,', false],
    ['The mayor, a former banker,', false],
    ['The bank, once thought safe,', false],
    ['The mill owners, who have not paid,', true],
    ['The tunnel (which nobody wanted)', false],
  );
  const FUTURES = fc.constantFrom<[string, boolean]>(
    ['will', false],
    ['would', false],
    ['may', false],
    ['might well', false],
    ['could', false],
    ['will probably', false],
    ['will almost certainly', false],
    ['will not', true],
    ["won't", true],
    ['will never', true],
    ['will hardly', true],
  );
  const VERBS = fc.constantFrom<[string, string, string]>(
    ['close in May', 'closes in May', 'close in May'],
    ['lose the case', 'loses the case', 'lose the case'],
    ['be sold', 'is sold', 'are sold'],
    ['have left by then', 'has left by then', 'have left by then'],
    ['carry more freight', 'carries more freight', 'carry more freight'],
    ['recognise the union', 'recognises the union', 'recognise the union'],
    ['open again', 'opens again', 'open again'],
    ['last until 2040', 'lasts until 2040', 'last until 2040'],
    ['slow down', 'slows down', 'slow down'],
    ['match the offer', 'matches the offer', 'match the offer'],
    ['surface in June', 'surfaces in June', 'surface in June'],
  );
  const FRAMES = fc.constantFrom<[string, boolean]>(
    ['', false],
    ['I think ', false],
    ['It is likely that ', false],
    ['However, ', false],
    ['My guess is that ', false],
    ['I doubt that ', true],
    ['There is a 40% chance that ', false],
  );

  it('is the subject, the verb in the present and the rest; what denies it is told apart', () => {
    fc.assert(
      fc.property(FRAMES, SUBJECTS, FUTURES, VERBS, (frame, subject, future, verb) => {
        const said =
          frame[0] === '' ? subject[0] : `${subject[0].charAt(0).toLowerCase()}${subject[0].slice(1)}`;
        const name = /^(?:Orla|Ann)/u.test(subject[0]) ? subject[0] : said;
        const { text, isDenied, isFrameDenied } = stateSentence(
          `${frame[0]}${name} ${future[0]} ${verb[0]}.`,
          {
            anchor: ` ${future[0]} `.trimStart(),
          },
        );
        expect(text).toBe(`${subject[0].replace(/(?:,| \().*$/u, '')} ${verb[subject[1] ? 2 : 1]}`);
        expect([isDenied, isFrameDenied]).toEqual([future[1], frame[1]]);
      }),
    );
  });

  const wild = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...'The harbour will not close by May , and which he said that it would be ( probably ) \u201c no one \u201d may n\u2019t there is a chance of to what : ; \u2014 if until 40 % any likely expected going nor so'.split(
            ' ',
          ),
        ),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
      ),
      { minLength: 1, maxLength: 40 },
    )
    .map((parts) => parts.join(' '));

  it('never throws, says the same again, and begins with no small letter', () => {
    fc.assert(
      fc.property(wild, fc.nat(200), (text, at) => {
        const sentence = tokenise(text, { start: 0, end: text.length });
        const view = {
          tokens: sentence,
          anchorAt: at,
          sentence,
          earlier: [],
          words: new WordMemory(),
          speaker: { name: 'Anna Low', isUnknown: false },
          condition: null,
          supposed: [],
          time: [],
        };
        const said = stateClause(view);
        expect(stateClause(view)).toEqual(said);
        // A brand keeps its small letter ("eBay"); everything else opens with a capital, a digit or a mark.
        const first = /^\p{L}\S*/u.exec(said.text)?.[0] ?? '';
        const isBrand = /^\p{Ll}+\p{Lu}/u.test(first);
        if (!isBrand) expect(first.charAt(0).toUpperCase()).toBe(first.charAt(0));
      }),
    );
  });

  it('is never empty where a verb is', () => {
    fc.assert(
      fc.property(wild, (text) => {
        expect(stateSentence(`The mill will close ${text}`).text).not.toBe('');
      }),
    );
  });
});
