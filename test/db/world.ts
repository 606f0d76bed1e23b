import type { Tx } from '#platform/db';
import { AT, hash, insertScores } from './world-scores.js';

const LATER = new Date('2022-03-15T00:00:00Z');

/** One valid row of every table that has a constraint of its own, as small as the constraints allow. */
export async function insertWorld(tx: Tx): Promise<void> {
  await tx.installation.create({ data: { kind: 'test', projectName: 'Test', createdAt: AT } });
  const person = await tx.user.create({
    data: { name: 'Ada', email: 'ada@example.org', roles: ['reviewer', 'lead'], settings: { create: {} } },
  });
  const other = await tx.user.create({ data: { name: 'Ben', email: 'ben@example.org' } });
  await tx.oneTimeLink.create({
    data: { kind: 'invite', tokenHash: hash('1'), roles: ['reader'], createdAt: AT, expiresAt: LATER },
  });
  const claimant = await insertClaimants(tx);
  await tx.userAffiliation.create({
    data: { userId: person.id, claimantId: claimant.id, declaredAt: AT },
  });
  await tx.group.create({ data: { name: 'Desk', createdAt: AT } });
  await tx.unsubscribeToken.create({
    data: { tokenHash: hash('2'), stream: 'digest', userId: person.id, createdAt: AT },
  });
  await tx.notice.create({
    data: {
      kind: 'digest',
      naturalKey: 'digest:1',
      toAddress: 'ada@example.org',
      subject: 'Week',
      html: '',
      text: '',
      createdAt: AT,
    },
  });
  await tx.suppressedAddress.create({
    data: { addressHash: hash('3'), reason: 'no such mailbox', suppressedAt: AT },
  });
  await tx.digest.create({ data: { userId: person.id, isoWeek: '2022-W09', state: 'skipped', builtAt: AT } });
  const snapshot = await insertSources(tx);
  await tx.intakeBatch.create({
    data: {
      intakeKind: 'file',
      createdAt: AT,
      createdById: person.id,
      items: {
        create: { number: 1, name: 'a.txt', isAddress: false, bytes: Buffer.from('a'), state: 'waiting' },
      },
    },
  });
  await tx.sampledText.create({
    data: {
      snapshotId: snapshot,
      drawnAt: AT,
      drawnById: person.id,
      readings: { create: { readerId: person.id, begunAt: AT, marks: { create: { start: 0, end: 13 } } } },
    },
  });
  const proposition = await insertPropositions(tx, { proposer: person.id, confirmer: other.id });
  await tx.claimantAnswer.create({
    data: { claimantId: claimant.id, propositionId: proposition.id, text: 'It did.', answeredAt: AT },
  });
  const claim = await insertClaim(tx, {
    proposition: proposition.id,
    snapshot,
    claimant: claimant.id,
    coder: person.id,
  });
  const [anchor] = await tx.quoteAnchor.findMany({ where: { claimId: claim } });
  if (anchor === undefined) throw new Error('the claim has a quote');
  await tx.quotePlacement.create({
    data: {
      anchorId: anchor.id,
      snapshotId: snapshot,
      start: 0,
      end: 13,
      decidedAt: AT,
      decidedById: person.id,
    },
  });
  await insertEvents(tx, proposition.id);
  await tx.threadEntry.create({
    data: { propositionId: proposition.id, authorId: person.id, text: 'Does drizzle count?', addedAt: AT },
  });
  await tx.answerLink.create({
    data: {
      claimantId: claimant.id,
      propositionId: proposition.id,
      tokenHash: hash('7'),
      createdAt: AT,
      expiresAt: AT,
    },
  });
  const verdict = await insertReviewing(tx, { proposition: proposition.id, reviewer: person.id });
  await insertScores(tx, { claim, verdict, claimant: claimant.id });
}

async function insertClaimants(tx: Tx): Promise<{ id: string }> {
  const claimant = await tx.claimant.create({
    data: {
      kind: 'public_person',
      name: 'Cleo',
      createdAt: AT,
      aliases: { create: { alias: 'C.', aliasKey: 'c.', createdAt: AT } },
    },
  });
  const twin = await tx.claimant.create({ data: { kind: 'public_person', name: 'Cléo', createdAt: AT } });
  await tx.claimantLink.create({
    data: { fromId: twin.id, toId: claimant.id, version: 1, action: 'merge', reason: 'same', linkedAt: AT },
  });
  return claimant;
}

async function insertSources(tx: Tx): Promise<string> {
  const source = { title: 'A text', language: 'en', intakeKind: 'paste', createdAt: AT } as const;
  const original = await tx.source.create({ data: source });
  const copy = await tx.source.create({ data: source });
  await tx.syndicatedCopy.create({
    data: { copyId: copy.id, originalId: original.id, similarity: 0.98, detectedAt: AT },
  });
  const snapshot = await tx.snapshot.create({
    data: {
      sourceId: original.id,
      rawBytes: Buffer.from('It will rain.'),
      rawSha256: hash('a'),
      mediaType: 'text/plain',
      text: 'It will rain.',
      textSha256: hash('b'),
      normaliserVersion: '1',
      takenAt: AT,
    },
  });
  await tx.candidate.create({
    data: {
      snapshotId: snapshot.id,
      extractorVersion: '1',
      start: 0,
      end: 13,
      quote: 'It will rain.',
      statement: 'It rains.',
      low: 0.8,
      point: 0.9,
      high: 0.99,
      basis: 'unhedged',
      deadlineBasis: 'none',
      tier: 'proposed',
      score: 1,
      createdAt: AT,
    },
  });
  await tx.modelReading.create({
    data: {
      snapshotId: snapshot.id,
      extractorVersion: '1 model',
      model: 'model',
      partsDone: 1,
      parts: 1,
      requestedAt: AT,
      finishedAt: AT,
    },
  });
  return snapshot.id;
}

async function insertPropositions(
  tx: Tx,
  people: { proposer: string; confirmer: string },
): Promise<{ id: string }> {
  const proposition = await tx.proposition.create({
    data: {
      statement: 'It rains by the end of March 2022.',
      kind: 'change',
      window: 'by',
      windowStartOn: new Date('2022-03-01'),
      deadlineOn: new Date('2022-03-31'),
      zone: 'UTC',
      precision: 'month',
      deadlineBasis: 'explicit',
      dueAt: new Date('2022-04-01T00:00:00Z'),
      criteria: 'Any rain.',
      status: 'open',
      openedAt: AT,
      createdAt: AT,
      clarifications: { create: { text: 'Drizzle counts.', addedAt: AT } },
      goldItem: { create: { answer: 'OCCURRED', occurredOn: new Date('2022-03-10'), addedAt: AT } },
      references: {
        create: { kind: 'market', probability: 0.5, sourceName: 'A market', observedAt: AT, recordedAt: AT },
      },
    },
  });
  await tx.deadlineChange.create({
    data: {
      propositionId: proposition.id,
      toWindowStartOn: new Date('2022-03-01'),
      toDeadlineOn: new Date('2022-04-30'),
      toBasis: 'explicit',
      reason: 'The text says April.',
      state: 'proposed',
      proposedAt: AT,
      proposedById: people.proposer,
    },
  });
  await tx.prompt.create({
    data: {
      userId: people.confirmer,
      propositionId: proposition.id,
      kind: 'due',
      seriesKey: '2022-03-31',
      reason: 'due',
      createdAt: AT,
    },
  });
  return proposition;
}

async function insertClaim(
  tx: Tx,
  of: { proposition: string; snapshot: string; claimant: string; coder: string },
): Promise<string> {
  const band = { low: 0.8, point: 0.9, high: 0.99, phrase: 'will', basis: 'unhedged' } as const;
  const claim = await tx.claim.create({
    data: {
      ...band,
      propositionId: of.proposition,
      snapshotId: of.snapshot,
      claimantId: of.claimant,
      role: 'author',
      saidOn: new Date('2022-03-01'),
      recordedAt: AT,
      anchors: {
        create: { snapshotId: of.snapshot, exact: 'It will rain.', start: 0, end: 13, isPrimary: true },
      },
      revisions: { create: { version: 1, content: {}, reason: 'recorded', revisedAt: AT } },
      codings: {
        create: {
          ...band,
          ordinal: 1,
          coderId: of.coder,
          windowStartOn: new Date('2022-03-01'),
          deadlineOn: new Date('2022-03-31'),
          deadlineBasis: 'explicit',
          negated: false,
          codedAt: AT,
        },
      },
      codingSettlement: {
        create: { outcome: 'opened', band: 1, reason: 'So it reads.', settledAt: AT, settledById: of.coder },
      },
    },
  });
  return claim.id;
}

async function insertEvents(tx: Tx, propositionId: string): Promise<void> {
  const feed = await tx.feed.create({
    data: {
      kind: 'feed',
      title: 'Weather',
      url: 'https://example.org/feed',
      host: 'example.org',
      nextPollAt: LATER,
      createdAt: AT,
      polls: { create: { startedAt: AT, finishedAt: AT, outcome: 'new_events', items: 1, created: 1 } },
    },
  });
  await tx.feedHost.create({ data: { host: 'example.org', restUntil: AT } });
  const event = await tx.eventReport.create({
    data: { feedId: feed.id, externalKey: '1', title: 'Rain', publishedAt: AT, receivedAt: AT },
  });
  await tx.eventTerm.create({ data: { term: 'rain', publishedAt: AT, eventId: event.id, weight: 1 } });
  await tx.propositionTerm.create({ data: { term: 'rain', share: 0.5, propositionId } });
  await tx.termCount.create({ data: { matcherVersion: '1', documents: 2, frequencies: [], countedAt: AT } });
}

async function insertReviewing(tx: Tx, of: { proposition: string; reviewer: string }): Promise<string> {
  const round = await tx.round.create({
    data: {
      propositionId: of.proposition,
      number: 1,
      reason: 'due',
      reviewersNeeded: 2,
      answersWanted: 2,
      openedAt: AT,
    },
  });
  const review = await tx.review.create({
    data: {
      roundId: round.id,
      reviewerId: of.reviewer,
      answer: 'OCCURRED',
      occurredOn: new Date('2022-03-10'),
      submittedAt: AT,
      evidence: { create: { url: 'https://example.org/rain', stance: 'supports', addedAt: AT } },
    },
  });
  await tx.lease.create({
    data: {
      propositionId: of.proposition,
      roundId: round.id,
      userId: of.reviewer,
      takenAt: AT,
      expiresAt: LATER,
    },
  });
  await tx.retest.create({
    data: {
      reviewId: review.id,
      userId: of.reviewer,
      propositionId: of.proposition,
      roundId: round.id,
      plannedAt: LATER,
    },
  });
  await tx.assignment.create({
    data: { propositionId: of.proposition, roundId: round.id, userId: of.reviewer, assignedAt: AT },
  });
  const deferred = { userId: of.reviewer, propositionId: of.proposition };
  await tx.snooze.create({
    data: { ...deferred, snoozedAt: AT, untilOn: new Date('2022-03-15'), untilAt: LATER },
  });
  await tx.skip.create({ data: { ...deferred, roundNumber: 1, reason: 'no_access', skippedAt: AT } });
  await tx.inboxView.create({
    data: { userId: of.reviewer, name: 'Mine', query: 'assigned=me', savedAt: AT },
  });
  await tx.evidenceCopy.create({
    data: {
      url: 'https://example.org/rain',
      text: 'It rained.',
      textSha256: hash('a'),
      fetchedAt: AT,
      fetchedById: of.reviewer,
    },
  });
  const verdict = await tx.verdictVersion.create({
    data: {
      propositionId: of.proposition,
      version: 1,
      stage: 'provisional',
      outcome: 'OCCURRED',
      occurredOn: new Date('2022-03-10'),
      decision: 'agreement',
      roundId: round.id,
      decidedAt: AT,
      finaliseDueAt: LATER,
    },
  });
  await tx.dispute.create({
    data: {
      propositionId: of.proposition,
      verdictVersionId: verdict.id,
      kind: 'objection',
      reason: 'That was snow.',
      raisedById: of.reviewer,
      raisedAt: AT,
    },
  });
  return verdict.id;
}
