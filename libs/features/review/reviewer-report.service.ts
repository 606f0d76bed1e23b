import { Injectable } from '@nestjs/common';
import type { ReviewerReport } from '#contracts/http';
import { ANSWERS, VOID_REASONS } from '#core/domain';
import {
  gwetAC1,
  krippendorffAlpha,
  RANK_REVIEWERS_FROM,
  rawAgreement,
  type ReviewedItem,
  type ReviewerReliability,
  reviewerReliability,
  wilsonInterval,
} from '#core/scoring';
import { Database, readReviewedItems } from '#platform/db';
import type { z } from 'zod';

type Wire = z.input<typeof ReviewerReport>;

/** VOID is as many answers as it has reasons. */
const CHOICES = ANSWERS.length - 1 + VOID_REASONS.length;

/** How reviewers did, for those who run the project; never for readers. */
@Injectable()
export class ReviewerReportService {
  constructor(private readonly database: Database) {}

  /** From final verdicts only: nothing of a round under way shows. */
  async getReport(): Promise<Wire> {
    const { items, reviewers } = await readReviewedItems(this.database.direct);
    const names = new Map(reviewers.map(({ id, name }) => [id, name]));
    return {
      minItems: RANK_REVIEWERS_FROM,
      agreement: toAgreement(items),
      reviewers: reviewerReliability(items)
        .map((row) => toReviewer(row, names.get(row.reviewerId) ?? ''))
        .sort(compareReviewers),
    };
  }
}

function toAgreement(items: readonly ReviewedItem[]): Wire['agreement'] {
  const units = items
    .map(({ answers }) => answers.map(({ answer }) => answer))
    .filter(({ length }) => length > 1);
  return {
    items: units.length,
    raw: rawAgreement(units),
    ac1: gwetAC1(units, CHOICES),
    alpha: krippendorffAlpha(units),
  };
}

function toReviewer(
  { reviewerId, agreement, gold, undecidedWithout, reliability, rank }: ReviewerReliability,
  name: string,
): Wire['reviewers'][number] {
  const interval = wilsonInterval(agreement.hits, agreement.n);
  return {
    id: reviewerId,
    name,
    rank,
    agreement,
    share: interval === null ? null : { value: agreement.hits / agreement.n, ...interval },
    reliability,
    gold,
    undecidedWithout,
  };
}

/** After every rank there is. */
const LAST = Number.MAX_SAFE_INTEGER;

/** By rank, then who has most to go on, then by name. */
function compareReviewers(a: Wire['reviewers'][number], b: Wire['reviewers'][number]): number {
  return (
    (a.rank ?? LAST) - (b.rank ?? LAST) || b.agreement.n - a.agreement.n || a.name.localeCompare(b.name, 'en')
  );
}
