import type { Tx } from '../database.js';
import { BY_HAND } from '../repositories/match.repo.js';

export interface DecidedMatches {
  readonly suggested: number;
  readonly confirmed: number;
  readonly rejected: number;
}

export interface FeedQuality extends DecidedMatches {
  readonly id: string;
  readonly title: string;
  readonly muted: boolean;
  readonly events: number;
}

export interface ScoreQuality extends DecidedMatches {
  /** Scores from here up to the next step of 0.1. */
  readonly from: number;
}

/**
 * What became of the matches suggested so far, by feed; those linked by hand are nobody's suggestion.
 *
 * @param only one feed; null: all
 */
export async function listFeedQuality(only: string | null, tx: Tx): Promise<FeedQuality[]> {
  return tx.$queryRaw<FeedQuality[]>`
    SELECT f.id::text AS id, f.title, f.muted_at IS NOT NULL AS muted,
      (SELECT count(*) FROM event_reports r WHERE r.feed_id = f.id)::int AS events,
      count(m.id) FILTER (WHERE m.state = 'suggested')::int AS suggested,
      count(m.id) FILTER (WHERE m.state = 'confirmed')::int AS confirmed,
      count(m.id) FILTER (WHERE m.state = 'rejected')::int AS rejected
    FROM feeds f
    LEFT JOIN event_reports e ON e.feed_id = f.id
    LEFT JOIN matches m ON m.event_id = e.id AND m.matcher_version <> ${BY_HAND}
    WHERE f.purpose = 'events' AND (${only}::uuid IS NULL OR f.id = ${only}::uuid)
    GROUP BY f.id
    ORDER BY f.title, f.id`;
}

/** The same by score, in steps of a tenth. */
export async function listScoreQuality(tx: Tx): Promise<ScoreQuality[]> {
  return tx.$queryRaw<ScoreQuality[]>`
    SELECT least(floor(score * 10), 9)::float8 / 10 AS "from",
      count(*) FILTER (WHERE state = 'suggested')::int AS suggested,
      count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed,
      count(*) FILTER (WHERE state = 'rejected')::int AS rejected
    FROM matches WHERE matcher_version <> ${BY_HAND}
    GROUP BY 1 ORDER BY 1`;
}
