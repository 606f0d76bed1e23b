import fs from 'node:fs';
import path from 'node:path';
import type { ExportedCandidate } from '#features/intake';
import type { LabelledText } from './corpus.js';
import type { GoldAnswer } from './gold-metric.js';

/** Turned down for what it is not, and not for what it says: no example of anything. */
const NEITHER: ReadonlySet<string> = new Set(['TOO_VAGUE', 'NOT_PUBLIC_INTEREST', 'DUPLICATE']);

/**
 * The texts of a folder that `outturn export candidates --out` wrote, as labelled by those who triaged them. A text
 * that is not triaged to its end teaches nothing: what nobody has looked at would count as no prediction.
 */
export function readExportedCandidates(folder: string): LabelledText[] {
  const candidates = fs
    .readFileSync(path.join(folder, 'candidates.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ExportedCandidate);
  const hashes = [...new Set(candidates.map(({ textSha256 }) => textSha256))];
  return hashes.flatMap((hash): LabelledText[] => {
    const found = candidates.filter(({ textSha256 }) => textSha256 === hash);
    if (found.some(({ decision, tier }) => decision === 'pending' && tier === 'proposed')) return [];
    const text = fs.readFileSync(path.join(folder, 'texts', `${hash}.txt`), 'utf8');
    return [{ name: hash, part: 'training', text, answers: found.flatMap(toAnswer) }];
  });
}

function toAnswer(candidate: ExportedCandidate): GoldAnswer[] {
  const { decision, reason, quote, claimant, condition, deadline } = candidate;
  const isPrediction = decision === 'accepted' || decision === 'merged';
  if (!isPrediction && !(decision === 'rejected' && NEITHER.has(reason ?? ''))) return [];
  const { low, high } = candidate.probability ?? { low: null, high: null };
  return [
    {
      doc: candidate.textSha256,
      tier: isPrediction ? 'core' : 'borderline',
      quote: quote.exact,
      claimant,
      probability: [(low ?? 0) * 100, (high ?? 1) * 100],
      conditional: condition !== null,
      deadline: deadline?.deadlineOn ?? null,
    },
  ];
}
