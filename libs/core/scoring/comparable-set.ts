/** A claimant's Brier score on a proposition; at most one for each pair. */
export interface ScoredPair {
  readonly claimantId: string;
  readonly propositionId: string;
  /** 0-1, lower is better. */
  readonly brier: number;
}

/** How much overlap claimants need for their scores to be set against each other. */
export interface OverlapRule {
  /** Claimants on each proposition. */
  readonly minClaimants: number;
  /** Shared propositions of each claimant. */
  readonly minPropositions: number;
}

export const DEFAULT_OVERLAP: OverlapRule = { minClaimants: 3, minPropositions: 30 };

interface Node {
  readonly id: string;
  readonly kind: 'claimant' | 'proposition';
  readonly pairs: Map<Node, ScoredPair>;
}

/**
 * The pairs on which claimants can be compared: propositions with enough claimants and claimants with enough of those
 * propositions, taken away until nothing more falls, then the largest part that hangs together (most claimants, then most
 * pairs, then the first id). Claimants that share nothing, not even through others, have no common measure: each part would
 * fit with a constant of its own. Null: not comparable. Linear in the pairs but for their sorting; any order of input gives
 * the same result, in the order of claimant and proposition.
 *
 * Three claimants on the same 30 propositions: all 90 pairs. Three on 29: null.
 *
 * @throws RangeError where a pair comes twice
 */
export function findComparableSet(
  pairs: readonly ScoredPair[],
  rule: OverlapRule = DEFAULT_OVERLAP,
): ScoredPair[] | null {
  const nodes = toGraph(pairs);
  peel(nodes, rule);
  const parts = findParts(nodes).map((part) => {
    const claimants = part.filter(({ kind }) => kind === 'claimant');
    const kept = claimants.flatMap((claimant) => [...claimant.pairs.values()]);
    return { claimants: claimants.length, kept: kept.sort(comparePairs) };
  });
  // Stable: among equals the part met first stays, and parts are met in the order of ids.
  parts.sort((a, b) => b.claimants - a.claimants || b.kept.length - a.kept.length);
  return parts[0]?.kept ?? null;
}

function comparePairs(a: ScoredPair, b: ScoredPair): number {
  return compareText(a.claimantId, b.claimantId) || compareText(a.propositionId, b.propositionId);
}

/** By code units: the same on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Claimants first, in the order of their ids. */
function toGraph(pairs: readonly ScoredPair[]): Set<Node> {
  const claimants = new Map<string, Node>();
  const propositions = new Map<string, Node>();
  const nodeOf = (map: Map<string, Node>, kind: Node['kind'], id: string): Node => {
    const node = map.get(id) ?? { id, kind, pairs: new Map<Node, ScoredPair>() };
    map.set(id, node);
    return node;
  };
  for (const pair of [...pairs].sort(comparePairs)) {
    const claimant = nodeOf(claimants, 'claimant', pair.claimantId);
    const proposition = nodeOf(propositions, 'proposition', pair.propositionId);
    if (claimant.pairs.has(proposition))
      throw new RangeError(`Claimant ${pair.claimantId} has two scores on ${pair.propositionId}.`);
    claimant.pairs.set(proposition, pair);
    proposition.pairs.set(claimant, pair);
  }
  return new Set([...claimants.values(), ...propositions.values()]);
}

/** Takes away what has too little overlap, and what then has too little. What is left does not depend on the order. */
function peel(nodes: Set<Node>, rule: OverlapRule): void {
  const isShort = ({ kind, pairs }: Node): boolean =>
    pairs.size < (kind === 'claimant' ? rule.minPropositions : rule.minClaimants);
  const falling = [...nodes].filter(isShort);
  for (const node of falling) {
    nodes.delete(node);
    for (const other of node.pairs.keys()) {
      const wasShort = isShort(other);
      other.pairs.delete(node);
      if (!wasShort && isShort(other)) falling.push(other);
    }
  }
}

function findParts(nodes: ReadonlySet<Node>): Node[][] {
  const seen = new Set<Node>();
  const parts: Node[][] = [];
  for (const start of nodes) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const node of part) {
      for (const other of node.pairs.keys()) {
        if (seen.has(other)) continue;
        seen.add(other);
        part.push(other);
      }
    }
    parts.push(part);
  }
  return parts;
}
