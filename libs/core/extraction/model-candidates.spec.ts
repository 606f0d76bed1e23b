import { checkModelAnswer, differingFields, matchSpans, modelCandidates } from './index.js';
import { planModelRequests } from './index.js';
import type { Candidate, ModelFinding } from './index.js';

const META = { author: 'Mara Quill', publishedOn: '2022-01-17' };

interface Said {
  readonly hedge?: string;
  readonly deadline?: string;
  readonly condition?: string;
  readonly claimant?: string;
  readonly statement?: string;
}

/** The findings of an answer that quotes the whole first sentence of a text. */
function found(text: string, said: Said, quote = text): ModelFinding[] {
  const [request] = planModelRequests(text, META);
  if (request === undefined) throw new Error('the text has no sentences');
  const finding = { sentences: [1], quote, statement: 'The ferries run', claimant: null, ...said };
  return [...(checkModelAnswer(text, request, { findings: [finding] })?.findings ?? [])];
}

function read(text: string, said: Said, meta: Parameters<typeof modelCandidates>[1] = META): Candidate {
  const [candidate] = modelCandidates(text, meta, found(text, said), 'test-model');
  if (candidate === undefined) throw new Error('nothing was found');
  return candidate;
}

describe('candidates of what a model found', () => {
  it.each([
    ['The ferries will run in March.', 'will', 0.8, 0.99, false],
    ['The ferries will not run in March.', 'will not', 0.01, 0.2, true],
    ['It is very unlikely that the ferries run in March.', 'very unlikely', 0.05, 0.2, true],
    ['The ferries run in March with a chance of 30 percent.', 'a chance of 30 percent', 0.3, 0.3, false],
    ['None of the ferries will run in March.', 'will', 0.01, 0.2, true],
    ['The ferries may run in March.', 'may', 0.2, 0.55, false],
  ])('works the band out from the words: %s', (text, hedge, low, high, negated) => {
    expect(read(text, { hedge })).toMatchObject({ probability: { low, high }, negated });
  });

  it('reads the hedge itself where the model names none', () => {
    expect(read('The ferries will run in March.', {}).probability).toMatchObject({
      low: 0.8,
      basis: 'unhedged',
    });
  });

  it.each([
    ['by the end of next month', '2022-02-28', 'explicit'],
    ['once the strike is over', null, 'event'],
    ['in 2023', '2023-12-31', 'explicit'],
  ])('works the date out from the words: %s', (deadline, deadlineOn, basis) => {
    const candidate = read(`The ferries will run ${deadline}.`, { deadline });
    expect(candidate.deadline).toMatchObject({ deadlineOn, basis, phrase: deadline });
  });

  it('keeps no date that was over when the text came out, and none where nobody knows when that was', () => {
    expect(read('The ferries will run as in 2019.', { deadline: 'in 2019' }).deadline).toBeNull();
    expect(read('The ferries will run next month.', { deadline: 'next month' }, {}).deadline).toBeNull();
    expect(read('The ferries will run in 2031.', { deadline: 'in 2031' }, {}).deadline).toMatchObject({
      deadlineOn: '2031-12-31',
    });
  });

  it('counts the same words from another day when the date of the text is corrected', () => {
    const text = 'The ferries will run by the end of next month.';
    const findings = found(text, { deadline: 'by the end of next month' });
    const on = (publishedOn: string) =>
      modelCandidates(text, { publishedOn }, findings, 'm')[0]?.deadline?.deadlineOn;
    expect([on('2022-01-17'), on('2022-02-17')]).toEqual(['2022-02-28', '2022-03-31']);
  });

  it('says who speaks, and marks what the model worded', () => {
    const text = 'The ferries will run, says the pilots\u2019 guild.';
    const candidate = read(text, { claimant: "the pilots' guild" });
    expect(candidate).toMatchObject({ claimant: 'the pilots\u2019 guild', claimantRole: 'speaker' });
    expect(candidate.cues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['MODEL', 'MODEL_WORDING']) as string[],
    );
    expect(read(text, {})).toMatchObject({ claimant: 'Mara Quill', claimantRole: 'author' });
    expect(read(text, {}, { outlet: 'The Quay' })).toMatchObject({
      claimant: 'The Quay',
      claimantRole: 'outlet',
    });
  });

  it('lays what is said in a transcript at whoever has the floor', () => {
    const text = [
      'MODERATOR: Thank you all for coming on such a night, and through such weather.',
      'MS. LOW: The ferries will not run in March, and I say so as one who owns two of them.',
      'MODERATOR: That is frank. And the levy, which everybody here has been waiting to hear about?',
      'MS. LOW: It is dead, as far as the guild is concerned, and has been since the summer.',
    ].join('\n\n');
    const requests = planModelRequests(text, META);
    const [request] = requests;
    const number = request?.sentences.find(({ shown }) => shown.text.includes('will not run'))?.number ?? 0;
    const finding = {
      sentences: [number],
      quote: 'The ferries will not run in March',
      statement: 'The ferries run in March',
      claimant: null,
    };
    const checked = request === undefined ? null : checkModelAnswer(text, request, { findings: [finding] });
    const [candidate] = modelCandidates(text, META, checked?.findings ?? [], 'm');
    expect(candidate?.claimant.toLowerCase()).toContain('low');
    expect(candidate?.claimantRole).toBe('speaker');
  });

  it('words the statement itself where the model’s wording was refused', () => {
    const candidate = read('The ferries will not run in March.', { statement: 'Buy gold at <b>once</b>' });
    expect(candidate.statement).toBe('The ferries run in March');
    expect(candidate.cues.map(({ code }) => code)).not.toContain('MODEL_WORDING');
  });

  it('quotes the text, over line ends too', () => {
    const text = [
      'The pilots are sure of it, and so is everybody whom I met at the quays: the',
      'ferries will not run in March, whatever the company puts into its timetable, and',
      'nobody is going to miss them.',
    ].join('\n');
    const [candidate] = modelCandidates(
      text,
      META,
      found(text, {}, 'the ferries will not run in March'),
      'm',
    );
    expect(candidate?.quote).toBe('the\nferries will not run in March');
  });
});

describe('comparing two readings', () => {
  it('matches passages one to one, the most alike first', () => {
    const [left, other] = [
      { start: 0, end: 40 },
      { start: 50, end: 90 },
    ];
    const [near, exact, inside, apart] = [
      { start: 4, end: 40 },
      { start: 0, end: 40 },
      { start: 60, end: 70 },
      { start: 88, end: 120 },
    ];
    const matched = matchSpans([left, other], [near, exact, inside, apart]);
    expect([...matched]).toEqual([
      [exact, left],
      [inside, other],
    ]);
  });

  const base = {
    probability: { low: 0.05, point: 0.125, high: 0.2, phrase: 'very unlikely', basis: 'words' },
    negated: true,
    deadline: {
      windowStartOn: null,
      deadlineOn: '2022-06-30',
      precision: 'day',
      basis: 'explicit',
      phrase: 'by the end of June',
    },
    claimant: 'Emmanuel Macron',
    condition: null,
  } as const;

  it.each([
    ['nothing', base, []],
    ['another wording of the same', { ...base, probability: { ...base.probability, phrase: 'hardly' } }, []],
    ['the short name', { ...base, claimant: 'Macron' }, []],
    ['a name that only begins alike', { ...base, claimant: 'Emma' }, ['claimant']],
    ['no likelihood', { ...base, probability: null }, ['likelihood']],
    ['another polarity', { ...base, negated: false }, ['polarity']],
    ['no deadline', { ...base, deadline: null }, ['deadline']],
    ['another day', { ...base, deadline: { ...base.deadline, deadlineOn: '2022-07-31' } }, ['deadline']],
    ['a condition', { ...base, condition: 'if it rains' }, ['condition']],
    [
      'an event instead of no deadline',
      { ...base, deadline: { ...base.deadline, deadlineOn: null, basis: 'event' as const } },
      ['deadline'],
    ],
  ])('tells in what they differ: %s', (_name, other, fields) => {
    expect(differingFields(base, other)).toEqual(fields);
    expect(differingFields(other, base)).toEqual(fields);
  });
});
