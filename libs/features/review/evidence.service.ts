import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EvidencePreview } from '#contracts/http';
import { type Actor, DomainError, isAddressFault, isCalendarDate } from '#core/domain';
import { Clock } from '#platform/clock';
import { Database, evidenceCopyRepo } from '#platform/db';
import { type FetchedPage, FetchFailure, readWebPage, SafeFetch, WEB_PAGE_TYPES } from '#platform/net';
import type { z } from 'zod';

const MAX_BYTES = 4 * 1024 * 1024;
const TOTAL_MS = 12_000;
const EXCERPT = 400;

/** Looks up what a reviewer gives as evidence, and keeps its words: pages change, and vanish. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly net: SafeFetch,
  ) {}

  /** Throws DomainError EVIDENCE.BAD_ADDRESS (refused unasked), EVIDENCE.NO_ANSWER. */
  async preview(actor: Actor, url: string): Promise<z.input<typeof EvidencePreview>> {
    const page = readWebPage(await this.fetch(url));
    const { title, text } = page;
    const publishedOn =
      page.publishedOn !== null && isCalendarDate(page.publishedOn) ? page.publishedOn : null;
    const copyId =
      text === ''
        ? null
        : await this.database.withTransaction((tx) =>
            evidenceCopyRepo.keep(
              {
                url,
                title,
                publishedOn,
                text,
                textSha256: createHash('sha256').update(text).digest('hex'),
                at: this.clock.now(),
                byId: actor.userId,
              },
              tx,
            ),
          );
    return { url, copyId, title, publishedOn, excerpt: text.slice(0, EXCERPT) };
  }

  private async fetch(url: string): Promise<FetchedPage> {
    try {
      const page = await this.net.get(url, { maxBytes: MAX_BYTES, totalMs: TOTAL_MS, types: WEB_PAGE_TYPES });
      if (page.status >= 200 && page.status < 300) return page;
      throw problem('EVIDENCE.NO_ANSWER', `The page answers with ${String(page.status)}.`);
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      const isRefused = isAddressFault(error.fault);
      throw problem(isRefused ? 'EVIDENCE.BAD_ADDRESS' : 'EVIDENCE.NO_ANSWER', error.message);
    }
  }
}

function problem(code: 'EVIDENCE.BAD_ADDRESS' | 'EVIDENCE.NO_ANSWER', message: string): DomainError {
  return new DomainError(code, message, [{ path: 'url', message }]);
}
