import { DigestService, NoticesService } from '#features/notices';
import type { Actor } from '#core/domain';
import { Mailer } from '#platform/mail';
import { NO, ReviewWorld, yes } from '../support/review-world.js';

describe('the digest', () => {
  let world: ReviewWorld;

  beforeEach(async () => {
    world = await ReviewWorld.start();
  });
  afterEach(() => world.stop());

  const textOf = async (reader: Actor) => (await world.get(DigestService).preview(reader)).text;
  /** The part of a digest below one heading; empty where there is no such section. */
  const section = (text: string, heading: string) =>
    new RegExp(
      `\\n${heading}\\n([\\s\\S]*?)(?=\\n(?:YOUR|DUE|NEW|DISAGREEMENTS|EVENTS|VERDICTS|MOVES|FALLING|Read)\\b|$)`,
      'i',
    ).exec(text)?.[1] ?? '';

  it('names ten of a section, says how many more there are, and leads to the form', async () => {
    const reviewer = await world.person(['reviewer']);
    const ids: string[] = [];
    for (let n = 0; n < 13; n += 1) ids.push((await world.claim()).propositionId);
    const due = section(await textOf(reviewer), 'DUE FOR YOU');
    expect(due.match(/comes about/g)).toHaveLength(10);
    expect(due).toContain('and 3 more');
    expect(due).toContain(`http://localhost:3000/app/review/${ids[0] ?? ''}`);
  });

  it('text and HTML say the same', async () => {
    const [first, second, reader] = await world.people(3, ['reviewer', 'lead']);
    if (first === undefined || second === undefined || reader === undefined) throw new Error('three');
    const { propositionId } = await world.claim({ statement: 'Rain & <wind> come "soon"' });
    await world.answer(first, propositionId, NO);
    await world.answer(second, propositionId, NO);
    await world.claim();
    const { html, text } = await world.get(DigestService).preview(reader);
    const shown = (input: string) =>
      input
        .replace(/<(style|title|head)[\s\S]*?<\/\1>/g, ' ')
        .replace(/<div style="display:none[\s\S]*?<\/div>\s*<\/div>/g, ' ')
        .replace(/<!--[\s\S]*?-->|<[^>]+>/g, ' ')
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"');
    const words = (input: string) =>
      input
        .replace(/https?:\/\/\S+/g, ' ')
        .toLowerCase()
        .split(/[^\p{L}\p{N}<>&"]+/u)
        .filter((word) => /[\p{L}\p{N}]/u.test(word));
    expect(words(text)).toEqual(words(shown(html)));
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) expect(text).toContain(link);
    expect(html).not.toMatch(/<img|background-image|url\(/);
  });

  it('tells a reader of a verdict, and those who may be asked about it again nothing', async () => {
    const [first, second] = await world.people(2, ['reviewer']);
    if (first === undefined || second === undefined) throw new Error('two people');
    const third = await world.person(['reviewer']);
    const reader = await world.person(['reader']);
    const { propositionId } = await world.claim({ statement: 'The bridge is opened' });
    await world.answer(first, propositionId, yes('2022-02-01'));
    for (const person of [second, third, reader])
      expect(section(await textOf(person), 'VERDICTS THAT CHANGED')).toBe('');
    await world.answer(second, propositionId, yes('2022-02-01'));
    for (const person of [first, third, reader])
      expect(section(await textOf(person), 'VERDICTS THAT CHANGED')).toContain('The bridge is opened');
    const verdict = await world.database.direct.verdictVersion.findFirstOrThrow({ where: { propositionId } });
    await world.database.direct.dispute.create({
      data: {
        propositionId,
        verdictVersionId: verdict.id,
        kind: 'objection',
        reason: 'It was another bridge.',
        raisedAt: world.now,
        raisedById: reader.userId,
      },
    });
    for (const person of [first, second, third])
      expect(section(await textOf(person), 'VERDICTS THAT CHANGED')).toBe('');
    expect(section(await textOf(reader), 'VERDICTS THAT CHANGED')).toContain('The bridge is opened');
    await world.answer(third, propositionId, NO);
    expect(section(await textOf(third), 'VERDICTS THAT CHANGED')).toContain('The bridge is opened');
    for (const person of [first, second]) {
      const text = await textOf(person);
      expect(section(text, 'VERDICTS THAT CHANGED')).toBe('');
      // Who took part does not hear the dispute.
      expect(section(text, 'DUE FOR YOU')).toBe('');
    }
  });

  it('sets own answers beside final verdicts, those that differ first', async () => {
    const [first, second, third] = await world.people(3, ['reviewer']);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three');
    const split = await world.claim({ statement: 'The dam is finished' });
    await world.answer(first, split.propositionId, yes('2022-02-01'));
    await world.answer(second, split.propositionId, NO);
    await world.answer(third, split.propositionId, NO);
    const agreed = await world.claim({ statement: 'The bridge is opened' });
    await world.answer(first, agreed.propositionId, NO);
    await world.answer(second, agreed.propositionId, NO);
    expect(section(await textOf(first), 'YOUR ANSWERS AND THE FINAL VERDICTS')).toBe('');
    await world.setClock('2022-03-16T12:00:00Z');
    await world.verdicts.finaliseDue();
    const own = section(await textOf(first), 'YOUR ANSWERS AND THE FINAL VERDICTS');
    expect(own).toContain('1 of your 2 answers');
    expect(own.indexOf('The dam is finished')).toBeLessThan(own.indexOf('The bridge is opened'));
    expect(own).toContain('you said');
    expect(section(await textOf(second), 'YOUR ANSWERS AND THE FINAL VERDICTS')).toContain('2 of your 2');
  });

  it('puts disagreements before leads who took no part, and before nobody else', async () => {
    const people = await world.people(3, ['reviewer', 'lead']);
    const lead = await world.person(['lead']);
    const reviewer = await world.person(['reviewer']);
    const { propositionId } = await world.claim({ statement: 'The bridge is opened' });
    const answers = [yes('2022-02-01'), NO, { answer: 'AMBIGUOUS', note: 'Half of it.' } as const];
    for (const [index, person] of people.entries())
      await world.answer(person, propositionId, answers[index] ?? NO);
    const heading = 'DISAGREEMENTS FOR YOU TO RESOLVE';
    expect(section(await textOf(lead), heading)).toContain('The bridge is opened');
    for (const person of [...people, reviewer]) expect(section(await textOf(person), heading)).toBe('');
  });

  it('looks back to the last one, so that nothing is told twice and nothing left out', async () => {
    const [first, second, reader] = await world.people(3, ['reviewer']);
    if (first === undefined || second === undefined || reader === undefined) throw new Error('three');
    const { propositionId } = await world.claim({ statement: 'The bridge is opened' });
    await world.answer(first, propositionId, NO);
    await world.answer(second, propositionId, NO);
    await world.setClock('2022-03-02T12:00:00Z');
    await world.get(DigestService).buildDigest(reader.userId, '2022-W09');
    await world.setClock('2022-03-04T12:00:00Z');
    expect(section(await textOf(reader), 'VERDICTS THAT CHANGED')).toBe('');
    // First had none yet: the usual week.
    expect(section(await textOf(first), 'VERDICTS THAT CHANGED')).toContain('The bridge is opened');
  });

  it('once built is not built again; an empty one is skipped and takes the week all the same', async () => {
    const reviewer = await world.person(['reviewer']);
    const reader = await world.person(['reader']);
    await world.claim();
    for (const person of [reviewer, reader, reviewer, reader])
      await world.get(DigestService).buildDigest(person.userId, '2022-W09');
    const digests = await world.database.direct.digest.findMany();
    expect(digests.map(({ state }) => state).sort()).toEqual(['sent', 'skipped']);
    expect(await world.database.direct.notice.count()).toBe(1);
  });

  it('a test goes out at once, five minutes apart, and is not the week’s', async () => {
    const reviewer = await world.person(['reviewer']);
    await world.claim();
    const notices = world.get(NoticesService);
    const tests = await Promise.allSettled([1, 2, 3].map(() => notices.sendTestDigest(reviewer)));
    expect(tests.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(2);
    expect(tests.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'MAIL.TOO_SOON' });
    await world.get(Mailer).sendWaiting();
    expect(await world.database.direct.digest.count()).toBe(0);
    await world.get(DigestService).buildDigest(reviewer.userId, '2022-W09');
    const kinds = await world.database.direct.notice.findMany({ orderBy: { id: 'asc' } });
    expect(kinds.map(({ kind }) => kind)).toContain('digest');
    expect(kinds.find(({ kind }) => kind === 'test')).toMatchObject({ state: 'sent', stream: null });
  });
});
