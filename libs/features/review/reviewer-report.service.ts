import { Injectable } from '@nestjs/common';
import type { ReviewerReport } from '#contracts/http';
import { ANSWERS, VOID_REASONS } from '#core/domain';
import {
  gwetAC1,
  krippendorffAlpha,
  overallShare,
  pairAgreement,
  RANK_REVIEWERS_FROM,
  rawAgreement,
  type ReviewedItem,
  reviewerFlags,
  type ReviewerReliability,
  reviewerReliability,
  wilsonInterval,
} from '#core/scoring';
import {
  countDisagreementCauses,
  Database,
  listReviewerTimes,
  readReviewedItems,
  type ReviewerTimes,
  retestRepo,
} from '#platform/db';
import type { z } from 'zod';
import { countSame } from './retest.service.js';

type Wire = z.input<typeof ReviewerReport>;

/** VOID is as many answers as it has reasons. */
const CHOICES = ANSWERS.length - 1 + VOID_REASONS.length;

/** How reviewers did, for those who run the project; never for readers. */
@Injectable()
export class ReviewerReportService {
  constructor(private readonly database: Database) {}

  /** From final verdicts only: nothing of a round under way shows. */
  async getReport(): Promise<Wire> {
    const tx = this.database.direct;
    const { items, reviewers } = await readReviewedItems(tx);
    const times = new Map((await listReviewerTimes(tx)).map((row) => [row.reviewerId, row]));
    const retests = await retestRepo.listAnswered(null, tx);
    const names = new Map(reviewers.map(({ id, name }) => [id, name]));
    const named = (id: string) => ({ id, name: names.get(id) ?? '' });
    const rows = reviewerReliability(items);
    return {
      minItems: RANK_REVIEWERS_FROM,
      agreement: toAgreement(items),
      reviewers: rows
        .map((row) => {
          const others = rows.filter((other) => other !== row).map(({ agreement }) => agreement);
          const taken = times.get(row.reviewerId);
          const twice = countSame(retests.filter(({ userId }) => userId === row.reviewerId));
          return {
            ...named(row.reviewerId),
            ...toReviewer({ ...row, retests: twice }, taken, overallShare(others)),
          };
        })
        .sort(compareReviewers),
      pairs: pairAgreement(items, CHOICES)
        .slice(0, MOST_PAIRS)
        .map(({ first, second, ...figures }) => ({ first: named(first), second: named(second), ...figures })),
      causes: [...(await countDisagreementCauses(tx))],
    };
  }
}

/** Twenty people make 190. */
const MOST_PAIRS = 200;

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
  row: ReviewerReliability & { readonly retests: { hits: number; n: number } },
  times: ReviewerTimes | undefined,
  ofOthers: number | null,
): Omit<Wire['reviewers'][number], 'id' | 'name'> {
  const { agreement, gold, retests, undecidedWithout, reliability, rank } = row;
  const interval = wilsonInterval(agreement.hits, agreement.n);
  return {
    rank,
    agreement,
    share: interval === null ? null : { value: agreement.hits / agreement.n, ...interval },
    reliability,
    gold,
    retests,
    undecidedWithout,
    minutes: times?.minutes ?? null,
    days: times?.days ?? null,
    flags: reviewerFlags({ agreement, gold, retests }, ofOthers),
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
