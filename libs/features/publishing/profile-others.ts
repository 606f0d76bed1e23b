import type { LexiconRobustness, PeerComparison } from '#contracts/http';
import { group } from 'd3-array';
import type { BoardKind, CalendarDate, Yardstick } from '#core/domain';
import {
  comparePeers,
  DEFAULT_OVERLAP,
  type LedgerClaim,
  lexiconRobustness,
  type PhrasedForecast,
  recordOf,
  SURVEY_READINGS,
  SURVEYED_PEOPLE,
  surveyedWord,
} from '#core/scoring';
import { listNeighbours, listPeers, type Neighbour, readClaimLedger, type Tx } from '#platform/db';
import type { z } from 'zod';

type WirePeers = z.input<typeof PeerComparison>;
type WireLexicon = z.input<typeof LexiconRobustness>;

/** Others that are looked at, and their claims: what fits into one request. */
const PEERS_AT_MOST = 100;
const PEER_CLAIMS_AT_MOST = 20_000;
const NEIGHBOURS_EACH_WAY = 2;
const NEIGHBOUR_SERIES_AT_MOST = 5_000;
const LEXICON_DRAWS = 2_000;
const LEXICON_SEED = 203;

/** The log of a subject, as its profile and its neighbours' are read. */
export interface Subject {
  readonly id: string;
  readonly kind: BoardKind;
  readonly ledger: readonly LedgerClaim[];
}

export interface Circumstances {
  readonly today: CalendarDate;
  readonly methodId: string | null;
  /** Null before the first board. */
  readonly boardId: string | null;
  readonly yardstick: Yardstick;
}

/** Claims that count on the board of a kind. */
export function countedOn(kind: BoardKind, ledger: readonly LedgerClaim[]): readonly LedgerClaim[] {
  return kind === 'outlets' ? ledger : ledger.filter(({ role }) => role !== 'outlet');
}

/** Where a claimant stands among those who share most statements; null for an outlet. */
export async function readPeerComparison(
  { id, kind, ledger }: Subject,
  { today, methodId }: Circumstances,
  tx: Tx,
): Promise<WirePeers | null> {
  if (kind === 'outlets') return null;
  const rule = DEFAULT_OVERLAP;
  const { series } = recordOf(ledger, today, 'live');
  const others = series.length < rule.minPropositions ? [] : await readPeers(id, series, methodId, tx);
  return { ...comparePeers(id, [...ledger, ...others], today, rule), ...rule };
}

async function readPeers(
  id: string,
  series: readonly { readonly propositionId: string }[],
  methodId: string | null,
  tx: Tx,
): Promise<readonly LedgerClaim[]> {
  const propositionIds = series.map(({ propositionId }) => propositionId);
  const peers = await listPeers(id, propositionIds, PEERS_AT_MOST, tx);
  let claims = 0;
  const read = peers.filter((peer) => (claims += peer.claims) <= PEER_CLAIMS_AT_MOST);
  if (read.length === 0) return [];
  const claimantIds = read.map(({ claimantId }) => claimantId);
  return countedOn('claimants', await readClaimLedger({ claimantIds }, methodId, tx));
}

/** How much of a score, and of its place between its neighbours, rests on what words are taken to mean. */
export async function readLexiconRobustness(
  { id, kind, ledger }: Subject,
  circumstances: Circumstances,
  tx: Tx,
): Promise<WireLexicon | null> {
  const { today, boardId, yardstick } = circumstances;
  const own = phrase(id, ledger, today, yardstick);
  if (own.length === 0) return null;
  const near = boardId === null ? [] : await listNeighbours(boardId, id, NEIGHBOURS_EACH_WAY, tx);
  const isMuch = near.reduce((sum, { n }) => sum + n, 0) > NEIGHBOUR_SERIES_AT_MOST;
  const neighbours = isMuch ? [] : near;
  const ledgers = await readNeighbours(kind, neighbours, circumstances.methodId, tx);
  const robust = lexiconRobustness(
    [...own, ...neighbours.flatMap((one) => phrase(one.id, ledgers.get(one.id) ?? [], today, yardstick))],
    SURVEY_READINGS,
    { draws: LEXICON_DRAWS, seed: LEXICON_SEED },
  );
  const score = robust.scores.find(({ claimantId }) => claimantId === id);
  if (score === undefined) return null;
  const { meanBrier, low, high, drawn } = score;
  return {
    ...{ draws: robust.draws, people: SURVEYED_PEOPLE, drawn, meanBrier, low, high },
    neighbours: neighbours.flatMap(({ id: other, name, rank }) => {
      const theirs = robust.scores.find(({ claimantId }) => claimantId === other);
      const pair = robust.pairs.find(
        ({ better, worse }) => (better === id && worse === other) || (better === other && worse === id),
      );
      if (theirs === undefined || pair === undefined) return [];
      return [
        {
          id: other,
          name,
          rank,
          meanBrier: theirs.meanBrier,
          isBehind: pair.better === id,
          holds: pair.holds,
        },
      ];
    }),
  };
}

async function readNeighbours(
  kind: BoardKind,
  neighbours: readonly Neighbour[],
  methodId: string | null,
  tx: Tx,
): Promise<ReadonlyMap<string, readonly LedgerClaim[]>> {
  if (neighbours.length === 0) return new Map();
  if (kind === 'claimants') {
    const claimantIds = neighbours.map(({ id }) => id);
    const ledger = countedOn(kind, await readClaimLedger({ claimantIds }, methodId, tx));
    return group(ledger, ({ claimantId }) => claimantId);
  }
  const ledgers = new Map<string, readonly LedgerClaim[]>();
  for (const { id } of neighbours) ledgers.set(id, await readClaimLedger({ outletId: id }, methodId, tx));
  return ledgers;
}

function phrase(
  subjectId: string,
  ledger: readonly LedgerClaim[],
  today: CalendarDate,
  yardstick: Yardstick,
): PhrasedForecast[] {
  return recordOf(ledger, today, 'live').series.flatMap(({ forecasts, outcome }) =>
    forecasts.map((forecast) => ({
      claimantId: subjectId,
      ...surveyedWord(forecast, yardstick),
      probability: forecast.point,
      outcome,
      weight: forecast.share,
    })),
  );
}
