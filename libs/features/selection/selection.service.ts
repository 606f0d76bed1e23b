import { Injectable } from '@nestjs/common';
import type { CaptureReport, LedgerEntry } from '#contracts/http';
import { countFound, estimateCapture, LEAST_CAPTURE_FOUND, LEAST_CAPTURE_TEXTS } from '#core/scoring';
import { Database, listSelectionLedger, readTwiceRead } from '#platform/db';
import type { z } from 'zod';

/** What was taken of the texts put in, and how much of what they say that is. */
@Injectable()
export class SelectionService {
  constructor(private readonly database: Database) {}

  async listLedger(request: {
    readonly cursor?: string | undefined;
    readonly limit: number;
  }): Promise<{ items: z.input<typeof LedgerEntry>[]; nextCursor: string | null }> {
    const { items, nextCursor } = await listSelectionLedger(request, this.database.direct);
    return {
      items: items.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })),
      nextCursor,
    };
  }

  async getCaptureReport(): Promise<z.input<typeof CaptureReport>> {
    const texts = await readTwiceRead(this.database.direct);
    return {
      texts: texts.map((text) => ({ sourceId: text.sourceId, title: text.title, ...countFound(text) })),
      share: estimateCapture(texts),
      needs: { texts: LEAST_CAPTURE_TEXTS, found: LEAST_CAPTURE_FOUND },
    };
  }
}
