import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { LaterQuotes, PlaceQuote } from '#contracts/http';
import { type Actor, DomainError } from '#core/domain';
import { type Reanchoring, reanchorQuote } from '#core/text';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  Database,
  type KeptQuote,
  quotePlacementRepo,
  snapshotRepo,
  sourceRepo,
} from '#platform/db';
import type { z } from 'zod';
import { noSource } from './intake.service.js';

type Later = z.input<typeof LaterQuotes>;
type LaterQuote = Later['quotes'][number];

/**
 * Where the quotes of a source's claims stand in what its address gave later. It is reckoned each time, by one rule; what
 * that leaves open a person says, and only that is stored. The anchors themselves never change.
 */
@Injectable()
export class ReanchoringService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws DomainError SOURCE.NOT_FOUND, SOURCE.NOT_FETCHED. */
  async listQuotes(sourceId: string): Promise<Later> {
    const tx = this.database.direct;
    const source = await sourceRepo.find(sourceId, tx);
    if (source === null) throw noSource(sourceId);
    const { lastSeenId } = source;
    const later = lastSeenId === null ? null : await snapshotRepo.find(lastSeenId, tx);
    if (later === null)
      throw new DomainError(
        'SOURCE.NOT_FETCHED',
        'This source was not fetched again, so there is no later text.',
      );
    const quotes: LaterQuote[] = [];
    for (const quote of await quotePlacementRepo.listOf(source.snapshot.id, later.id, tx)) {
      quotes.push(toLaterQuote(quote, source.snapshot.text, later.text));
      // In a long text each takes its time, and others wait.
      await nextTurn();
    }
    return { snapshotId: later.id, quotes };
  }

  /** Throws DomainError ANCHOR.NOT_FOUND, SNAPSHOT.NOT_FOUND, INPUT.INVALID. */
  async placeQuote(
    actor: Actor,
    anchorId: string,
    { snapshotId, place }: z.output<typeof PlaceQuote>,
  ): Promise<Record<string, never>> {
    await this.database.withTransaction(async (tx) => {
      const anchor = await quotePlacementRepo.findAnchor(anchorId, tx);
      if (anchor === null)
        throw new DomainError('ANCHOR.NOT_FOUND', `There is no quote ${anchorId} of a claim.`);
      const later = await snapshotRepo.find(snapshotId, tx);
      if (later === null || later.sourceId !== anchor.sourceId || later.id === anchor.snapshotId)
        throw new DomainError('SNAPSHOT.NOT_FOUND', 'This is no later text of the source the quote is of.');
      if (place !== null && !(place.start < place.end && place.end <= later.text.length))
        throw new DomainError('INPUT.INVALID', 'The place lies outside the text.', [
          { path: 'place', message: `0 <= start < end <= ${String(later.text.length)}` },
        ]);
      const at = this.clock.now();
      await quotePlacementRepo.put({ anchorId, snapshotId, place, decidedById: actor.userId, at }, tx);
      await auditRepo.appendAudit(tx, {
        at,
        actor: actor.userId,
        action: 'quote.placed',
        subjectType: 'quote_anchor',
        subjectId: anchorId,
        payload: { snapshotId, place },
      });
    });
    return {};
  }
}

function toLaterQuote(quote: KeptQuote, from: string, to: string): LaterQuote {
  const { anchorId, claimId, statement, exact, placement } = quote;
  const found = reanchorQuote(quote, from, to);
  const show = ({ start, end, fit }: { start: number; end: number; fit: number }) => ({
    start,
    end,
    fit,
    words: to.slice(start, end),
  });
  return {
    anchorId,
    claimId,
    statement,
    quote: exact,
    state: found.state,
    isExact: found.state === 'ANCHORED' && found.isExact,
    doubt: found.state === 'AMBIGUOUS' ? found.doubt : null,
    places: placesOf(found).slice(0, 5).map(show),
    said:
      placement === null
        ? null
        : {
            words:
              placement.start === null || placement.end === null
                ? null
                : to.slice(placement.start, placement.end),
            at: placement.decidedAt.toISOString(),
            by: placement.decidedBy,
          },
  };
}

function placesOf(found: Reanchoring) {
  if (found.state === 'ANCHORED') return [found.place];
  return found.state === 'AMBIGUOUS' ? found.places : [];
}
