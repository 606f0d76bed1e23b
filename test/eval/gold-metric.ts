/** One hand-made answer of `shared/gold/dev.jsonl`; percentages 0-100. */
export interface GoldAnswer {
  readonly doc: string;
  readonly tier: 'core' | 'borderline';
  readonly quote: string;
  readonly claimant: string;
  readonly probability: readonly [number, number];
  readonly conditional: boolean;
  readonly deadline: string | null;
}

/** What an extractor says, reduced to what the metric looks at. */
export interface Prediction {
  readonly start: number;
  readonly end: number;
}

export interface Located extends Prediction {
  readonly answer: GoldAnswer;
}

/** Text with white space collapsed, and for every offset of the original the offset in the collapsed text. */
export interface Collapsed {
  readonly text: string;
  readonly offsets: readonly number[];
}

export function collapse(text: string): Collapsed {
  let out = '';
  const offsets: number[] = [];
  for (const unit of text.split('')) {
    offsets.push(out.length);
    if (!/\s/u.test(unit)) out += unit;
    else if (!out.endsWith(' ')) out += ' ';
  }
  offsets.push(out.length);
  return { text: out, offsets };
}

/** Puts the answers of one text in their places; an answer that cannot be found is an error in the data. */
export function locate(collapsed: Collapsed, answers: readonly GoldAnswer[]): Located[] {
  const used = new Set<string>();
  return answers.map((answer) => {
    const quote = answer.quote.replace(/\s+/gu, ' ').trim();
    let start = collapsed.text.indexOf(quote);
    while (start !== -1 && used.has(`${answer.tier} ${String(start)} ${String(quote.length)}`))
      start = collapsed.text.indexOf(quote, start + 1);
    if (start === -1) throw new Error(`${answer.doc}: quote not found: ${quote.slice(0, 60)}`);
    used.add(`${answer.tier} ${String(start)} ${String(quote.length)}`);
    return { start, end: start + quote.length, answer };
  });
}

/** Half of the shorter span or more, in collapsed offsets. */
export function overlaps(a: Prediction, b: Prediction): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared >= Math.min(a.end - a.start, b.end - b.start) / 2;
}

export interface Matching<T extends Prediction> {
  readonly truePositives: readonly { readonly item: T; readonly gold: Located }[];
  readonly missed: readonly Located[];
  readonly wrong: readonly T[];
}

/** One to one, core answers first (a largest matching, by augmenting paths); what is left may match borderline ones. */
export function matchAnswers<T extends Prediction>(
  items: readonly T[],
  gold: readonly Located[],
): Matching<T> {
  const core = gold.filter((item) => item.answer.tier === 'core');
  const ofItem = new Map<T, Located>();
  const assign = (answer: Located, seen: Set<T>): boolean => {
    for (const item of items) {
      if (seen.has(item) || !overlaps(item, answer)) continue;
      seen.add(item);
      const other = ofItem.get(item);
      if (other === undefined || assign(other, seen)) {
        ofItem.set(item, answer);
        return true;
      }
    }
    return false;
  };
  const missed = core.filter((answer) => !assign(answer, new Set()));
  const truePositives = [...ofItem].map(([item, answer]) => ({ item, gold: answer }));
  // A candidate counts as wrong only if it overlaps no answer of either tier that is still free.
  const free = new Set(gold.filter((answer) => answer.answer.tier === 'borderline'));
  const wrong = items.filter((item) => {
    if (ofItem.has(item)) return false;
    for (const answer of free) {
      if (!overlaps(item, answer)) continue;
      free.delete(answer);
      return false;
    }
    return true;
  });
  return { truePositives, missed, wrong };
}

export interface Counts {
  tp: number;
  fn: number;
  fp: number;
}

export function rates({ tp, fn, fp }: Counts): { recall: number; precision: number; f1: number } {
  const recall = tp + fn === 0 ? 1 : tp / (tp + fn);
  const precision = tp + fp === 0 ? 1 : tp / (tp + fp);
  return {
    recall,
    precision,
    f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision),
  };
}
