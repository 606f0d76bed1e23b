import { parseClaimsFile } from './claims-file.js';

const FATEBOOK_HEAD =
  'Question title,Multiple choice option,Forecast created by,Forecast (scale = 0-1),Forecast created at,Question created by,Question created at,Question resolve by,Resolution,Resolved at,Your Brier score for this question';
const fatebook = (...rows: string[]): string => [FATEBOOK_HEAD, ...rows].join('\n');
const predictionBook = (prediction: object): string =>
  JSON.stringify({
    user: { user_id: 1, name: 'Anna', email: 'anna@example.org' },
    predictions: [
      {
        id: 7,
        description: 'The harbour closes',
        deadline: '2022-02-28T23:59:00.000Z',
        created_at: '2021-11-10T08:00:00.000Z',
        updated_at: '2022-02-20T10:00:00.000Z',
        withdrawn: false,
        outcome: null,
        responses: [
          { confidence: 80, created_at: '2021-11-10T08:00:00.000Z', user_label: 'Anna', comment: null },
          { confidence: null, created_at: '2021-11-11T08:00:00.000Z', user_label: 'Ben', comment: 'Hm.' },
        ],
        ...prediction,
      },
    ],
  });

describe('claims from elsewhere', () => {
  it('reads our own table', () => {
    const [row] = parseClaimsFile(
      'claimant,proposition,probability,outcome,claimedOn\nAnna,It rains,0.7,pending,2022-01-10\n',
    );
    expect(row).toMatchObject({ claimant: 'Anna', proposition: 'It rains', claimedOn: '2022-01-10' });
  });

  it('reads Fatebook’s export: a forecast a line, the question’s deadline and resolution', () => {
    const [yes, early, option] = parseClaimsFile(
      fatebook(
        '"Will the harbour close, by March?",,Anna,0.8,2021-11-10 08:00:00,Anna,2021-11-09 08:00:00,2022-02-28 00:00:00,YES,2022-02-20 10:00:00,0.04',
        'Will it rain?,,Ben,0.25,2022-01-01 08:00:00,Ben,2022-01-01 08:00:00,2022-01-31 00:00:00,YES,2022-02-03 10:00:00,',
        'Who wins?,The Greens,Ben,,2022-01-01 08:00:00,Ben,2022-01-01 08:00:00,2022-01-31 00:00:00,,,',
      ),
    );
    expect(yes).toMatchObject({
      claimant: 'Anna',
      proposition: 'Will the harbour close, by March?',
      band: { point: 0.8 },
      outcome: 1,
      claimedOn: '2021-11-10',
      deadline: '2022-02-28',
      occurredOn: '2022-02-20',
      source: 'Fatebook',
    });
    expect(yes?.raw).toContain('0.8,2021-11-10 08:00:00');
    // Resolved late: by the deadline it had happened.
    expect(early).toMatchObject({ occurredOn: '2022-01-31', resolvedOn: '2022-02-03' });
    expect(option).toMatchObject({ proposition: 'Who wins? The Greens', band: null, outcome: 'pending' });
  });

  it('reads the names that Fatebook’s columns had before', () => {
    const old = fatebook(
      'It rains,,Ben,0.25,2022-01-01 08:00:00,Ben,2022-01-01 08:00:00,2022-01-31 00:00:00,NO,2022-02-03 10:00:00,',
    )
      .replace('Resolution', 'Question resolution')
      .replace('Resolved at', 'Question resolved at');
    expect(parseClaimsFile(old)[0]).toMatchObject({ outcome: 0, resolvedOn: '2022-02-03', occurredOn: null });
  });

  it.each([
    [{ outcome: null }, { outcome: 'pending', resolvedOn: null }],
    [{ outcome: true }, { outcome: 1, occurredOn: '2022-02-20', resolvedOn: '2022-02-20' }],
    [{ outcome: false }, { outcome: 0, occurredOn: null }],
    [{ outcome: true, withdrawn: true }, { outcome: 'void' }],
  ])('reads PredictionBook’s %j', (prediction, expected) => {
    const rows = parseClaimsFile(predictionBook(prediction));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      claimant: 'Anna',
      proposition: 'The harbour closes',
      band: { point: 0.8 },
      claimedOn: '2021-11-10',
      deadline: '2022-02-28',
      source: 'PredictionBook',
      ...expected,
    });
    expect(rows[0]?.raw).toBe('The harbour closes (Anna, 2021-11-10: 80 %)');
  });

  it.each([
    [
      'a day in another order',
      fatebook('Q,,Anna,0.8,11/10/2021,A,x,2022-02-28 00:00:00,YES,2022-02-20 10:00:00,'),
      'Line 2, column “Forecast created at”: “11/10/2021” is no date',
    ],
    [
      'an unknown resolution',
      fatebook('Q,,Anna,0.8,2021-11-10 08:00:00,A,x,2022-02-28 00:00:00,MAYBE,,'),
      'Line 2, column “Resolution”: “MAYBE” is none of YES, NO, AMBIGUOUS',
    ],
    [
      'percent',
      fatebook('Q,,Anna,80,2021-11-10 08:00:00,A,x,2022-02-28 00:00:00,,,'),
      'column “probability”: 80 is not between 0 and 1',
    ],
    [
      'nobody who said it',
      fatebook('Q,,,0.8,2021-11-10 08:00:00,A,x,2022-02-28 00:00:00,,,'),
      'column “claimant”: is empty',
    ],
    [
      'a column that is missing',
      'Question title,Forecast (scale = 0-1)\nQ,0.8\n',
      'looks like an export of Fatebook, but “Forecast created by”',
    ],
    ['broken JSON', '{"predictions": [', 'The JSON cannot be read'],
    ['other JSON', '{"questions": []}', 'This is no export of PredictionBook: “predictions”'],
    [
      'confidence beyond 100',
      predictionBook({
        responses: [{ confidence: 120, created_at: '2021-11-10T08:00:00Z', user_label: 'A' }],
      }),
      'predictions.0.responses.0.confidence',
    ],
    ['something else', 'a,b\n1,2\n', 'means nothing here'],
    ['nothing', '', 'The file is empty'],
  ])('refuses %s', (_what, text, message) => {
    expect(() => parseClaimsFile(text)).toThrow(
      expect.objectContaining({
        code: 'FORECAST.BAD_TABLE',
        message: expect.stringContaining(message) as string,
      }) as Error,
    );
  });
});
