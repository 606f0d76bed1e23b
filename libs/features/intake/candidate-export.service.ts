import { Injectable } from '@nestjs/common';
import { makeQuoteAnchor } from '#core/text';
import {
  Database,
  type DecidedCandidate,
  type DecidedText,
  listDecidedTexts,
  readDecidedText,
} from '#platform/db';

/** A candidate with what people made of it, as a line of the export. Names nobody who works here. */
export interface ExportedCandidate {
  readonly id: string;
  readonly textSha256: string;
  readonly source: DecidedText['source'];
  /** Where it stands in the text with that hash, and the words around it. */
  readonly quote: ReturnType<typeof makeQuoteAnchor>;
  readonly also: readonly { start: number; end: number }[];
  readonly claimant: string;
  readonly claimantRole: DecidedCandidate['claimantRole'];
  readonly statement: string;
  readonly probability: DecidedCandidate['probability'];
  readonly negated: boolean;
  readonly condition: string | null;
  readonly deadline: DecidedCandidate['deadline'];
  readonly tier: DecidedCandidate['tier'];
  readonly cues: readonly string[];
  readonly score: number;
  /** Who proposed it: rules, a model or a person; `extractor` is whose rules read it. */
  readonly origin: DecidedCandidate['origin'];
  readonly extractor: string;
  readonly decision: DecidedCandidate['state'];
  readonly reason: DecidedCandidate['rejectReason'];
  readonly decidedAt: string | null;
  /** The claim it became, the candidate it says the same as, the one it was cut from. */
  readonly claim: string | null;
  readonly mergedInto: string | null;
  readonly splitFrom: string | null;
}

/** A text with its candidates; read one by one, whatever their number. */
export interface ExportedText {
  readonly text: string;
  readonly textSha256: string;
  readonly candidates: readonly ExportedCandidate[];
}

/** What people marked, took and turned down, to train and to measure the rules with. */
@Injectable()
export class CandidateExportService {
  constructor(private readonly database: Database) {}

  async *readTexts(): AsyncGenerator<ExportedText> {
    const tx = this.database.direct;
    for (const id of await listDecidedTexts(tx)) {
      const found = await readDecidedText(id, tx);
      const { text, textSha256, candidates } = found;
      yield { text, textSha256, candidates: candidates.map((candidate) => toExported(candidate, found)) };
    }
  }
}

function toExported(
  candidate: DecidedCandidate,
  { text, textSha256, source }: DecidedText,
): ExportedCandidate {
  return {
    id: candidate.id,
    textSha256,
    source,
    quote: makeQuoteAnchor(text, candidate.start, candidate.end),
    also: candidate.also,
    claimant: candidate.claimant,
    claimantRole: candidate.claimantRole,
    statement: candidate.statement,
    probability: candidate.probability,
    negated: candidate.negated,
    condition: candidate.condition,
    deadline: candidate.deadline,
    tier: candidate.tier,
    cues: candidate.cues.map(({ code }) => code),
    score: candidate.score,
    origin: candidate.origin,
    extractor: candidate.extractorVersion,
    decision: candidate.state,
    reason: candidate.rejectReason,
    decidedAt: candidate.decidedAt?.toISOString() ?? null,
    claim: candidate.claimId,
    mergedInto: candidate.mergedIntoId,
    splitFrom: candidate.splitFromId,
  };
}
