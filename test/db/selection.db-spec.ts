import { createHash } from 'node:crypto';
import { type Actor, DomainError } from '#core/domain';
import { BlindReadingService, SelectionService } from '#features/selection';
import { race } from '../support/race.js';
import { ReviewWorld } from '../support/review-world.js';

const PREDICTIONS = [
  'The harbour will be closed by June.',
  'Ferries are likely to stop in the autumn.',
  'The levy will probably be raised before the end of 2022.',
  'No strike is to be expected this year.',
];
const TEXT = `${PREDICTIONS.join(' Nobody at the port wanted to say more about it than that. ')}${' It was a quiet day at the quays, and little else was said.'.repeat(6)}`;

const spanOf = (words: string): { start: number; end: number } => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const spansOf = (...numbers: number[]) => numbers.map((number) => spanOf(PREDICTIONS[number] ?? ''));

describe('what was captured of the texts put in', () => {
  let world: ReviewWorld;
  let lead: Actor;
  let readers: Actor[];

  beforeEach(async () => {
    world = await ReviewWorld.start();
    [lead, ...readers] = (await world.people(4, ['lead', 'reviewer', 'curator'])) as [Actor, ...Actor[]];
  });
  afterEach(() => world.stop());

  const readings = () => world.get(BlindReadingService);
  const report = () => world.get(SelectionService).getCaptureReport();

  /** A text with these numbers of its predictions made into claims. */
  async function addText(title: string, changes: { language?: string; text?: string } = {}): Promise<string> {
    const { text = TEXT, language = 'en' } = changes;
    const sha = createHash('sha256').update(`${title}${text}`).digest('hex');
    const source = await world.database.direct.source.create({
      data: {
        title,
        authors: [],
        language,
        intakeKind: 'paste',
        createdAt: world.now,
        snapshots: {
          create: {
            rawBytes: Buffer.from(text),
            rawSha256: sha,
            mediaType: 'text/plain',
            text,
            textSha256: sha,
            normaliserVersion: 'test',
            takenAt: world.now,
          },
        },
      },
      include: { snapshots: true },
    });
    return source.snapshots[0]?.id ?? '';
  }

  async function propose(
    snapshotId: string,
    state: 'pending' | 'rejected',
    decidedById?: string,
  ): Promise<void> {
    await world.database.direct.candidate.create({
      data: {
        snapshotId,
        extractorVersion: 'test',
        ...spanOf('Ferries'),
        quote: 'Ferries',
        statement: 'Ferries stop',
        basis: 'not_stated',
        deadlineBasis: 'none',
        tier: 'proposed',
        cues: [],
        score: 0.9,
        state,
        createdAt: world.now,
        ...(decidedById === undefined
          ? {}
          : { decidedById, decidedAt: world.now, rejectReason: 'TOO_VAGUE' as const }),
      },
    });
  }

  /** Claims like these of the first predictions of the text. */
  async function takeFrom(
    snapshotId: string,
    likes: readonly { claimId: string; propositionId: string }[],
  ): Promise<void> {
    for (const [index, { claimId, propositionId }] of likes.entries()) {
      const { claimantId } = await world.database.direct.claim.findUniqueOrThrow({ where: { id: claimId } });
      const exact = PREDICTIONS[index] ?? '';
      await world.database.direct.claim.create({
        data: {
          propositionId,
          snapshotId,
          claimantId,
          role: 'author',
          basis: 'not_stated',
          saidOn: new Date('2022-01-10'),
          recordedAt: world.now,
          anchors: { create: { snapshotId, exact, ...spanOf(exact), isPrimary: true } },
        },
      });
    }
  }

  const openTitles = async (reader: Actor) =>
    (await readings().listOpen(reader)).items.map(({ title }) => title).sort();

  it('draws what is English, long enough, looked through and not drawn before', async () => {
    await addText('Good');
    await addText('Short', { text: 'It will rain.' });
    await addText('Foreign', { language: 'de' });
    await propose(await addText('Undecided'), 'pending');
    expect(await readings().draw(lead, 50)).toEqual({ drawn: 1 });
    expect(await openTitles(lead)).toEqual(['Good']);
    expect(await readings().draw(lead, 50)).toEqual({ drawn: 0 });
  });

  it('is for who does not know the highlights', async () => {
    const [one] = readers as [Actor];
    const snapshotId = await addText('Seen by one');
    await propose(snapshotId, 'rejected', one.userId);
    await readings().draw(lead, 1);
    expect(await openTitles(one)).toEqual([]);
    await expect(readings().begin(one, snapshotId)).rejects.toMatchObject({ code: 'READING.SEEN' });
    expect(await openTitles(lead)).toEqual(['Seen by one']);
  });

  it('is read by two, whoever comes at once', async () => {
    const snapshotId = await addText('Wanted');
    await readings().draw(lead, 1);
    const everybody = [lead, ...readers];
    const { won, refused } = await race(
      ...everybody.map((reader) => () => readings().begin(reader, snapshotId)),
    );
    expect(won).toHaveLength(2);
    expect(refused).toEqual(everybody.slice(2).map(() => 'READING.TAKEN'));
  });

  it('is begun once by each, and shows nobody what another marked', async () => {
    const [one, other] = readers as [Actor, Actor];
    const snapshotId = await addText('Twice');
    await readings().draw(lead, 1);
    const { id } = await readings().begin(one, snapshotId);
    expect(await readings().begin(one, snapshotId)).toEqual({ id });
    await readings().save(one, id, { marks: spansOf(0, 1), isFinished: false });
    await expect(readings().get(other, id)).rejects.toMatchObject({ code: 'READING.NOT_FOUND' });
    await expect(readings().save(other, id, { marks: [], isFinished: true })).rejects.toMatchObject({
      code: 'READING.NOT_FOUND',
    });
    const { id: otherId } = await readings().begin(other, snapshotId);
    expect(await readings().get(other, otherId)).toMatchObject({ text: TEXT, marks: [], isFinished: false });
    expect(await readings().get(one, id)).toMatchObject({ marks: spansOf(0, 1) });
  });

  it('keeps what is marked whole, and a finished reading as it is', async () => {
    const [one] = readers as [Actor];
    const snapshotId = await addText('Kept');
    await readings().draw(lead, 1);
    const { id } = await readings().begin(one, snapshotId);
    const beyond = { start: 0, end: TEXT.length + 1 };
    await expect(
      readings().save(one, id, { marks: [...spansOf(0), beyond], isFinished: false }),
    ).rejects.toMatchObject({ code: 'INPUT.INVALID', fields: [{ path: 'marks.1' }] });
    expect(await readings().get(one, id)).toMatchObject({ marks: [] });
    await readings().save(one, id, {
      marks: [...spansOf(2), ...spansOf(2), ...spansOf(0)],
      isFinished: true,
    });
    expect(await readings().get(one, id)).toMatchObject({ marks: spansOf(0, 2), isFinished: true });
    const again = readings().save(one, id, { marks: [], isFinished: false });
    await expect(again).rejects.toBeInstanceOf(DomainError);
    expect(await openTitles(one)).toEqual([]);
  });

  it('says how much was captured once enough was read', async () => {
    const [one, other] = readers as [Actor, Actor];
    const claims = [await world.claim(), await world.claim()];
    const ids: string[] = [];
    for (const title of ['First', 'Second', 'Third']) ids.push(await addText(title));
    await readings().draw(lead, 3);
    for (const [index, snapshotId] of ids.entries()) {
      await takeFrom(snapshotId, claims);
      const [first, second] = [
        await readings().begin(one, snapshotId),
        await readings().begin(other, snapshotId),
      ];
      await readings().save(one, first.id, { marks: spansOf(0, 1, 2), isFinished: true });
      if (index === 2) expect((await report()).share).toBeNull();
      await readings().save(other, second.id, { marks: spansOf(0, 1, 3), isFinished: true });
    }
    const { texts, share } = await report();
    expect(texts.map(({ found, both, captured }) => [found, both, captured])).toEqual([
      [4, 2, 2],
      [4, 2, 2],
      [4, 2, 2],
    ]);
    expect(share).toMatchObject({
      texts: 3,
      first: 9,
      second: 9,
      both: 6,
      found: 12,
      captured: 6,
      share: 0.5,
    });
    const ledger = await world.get(SelectionService).listLedger({ limit: 2 });
    expect(ledger.items).toHaveLength(2);
    expect(ledger.items[0]).toMatchObject({ taken: 2, rejected: 0, waiting: 0, missed: 0, readings: 2 });
    const rest = await world.get(SelectionService).listLedger({
      limit: 50,
      cursor: ledger.nextCursor ?? undefined,
    });
    const titles = [...ledger.items, ...rest.items].map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['First', 'Second', 'Third']));
    expect(new Set(titles).size).toBe(titles.length);
  });
});
