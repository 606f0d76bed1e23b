/** What a text means, as a model puts it into numbers; all of one model have the same length. */
export type MeaningVector = Float32Array;

/** Which cosines a model gives to texts on different matters and on the same, on average. */
export interface MeaningScale {
  readonly unrelated: number;
  readonly related: number;
}

/**
 * Reports with the statements they bear on, each on a matter of its own and in words of its own. Invented: no model has
 * read them before.
 */
export const MEANING_REFERENCES: readonly { readonly report: string; readonly statement: string }[] = [
  {
    report: 'Voters in Selmark throw out the governing coalition\nThe opposition won 61 of 100 seats.',
    statement: 'The opposition will win the general election in Selmark',
  },
  {
    report:
      'Bread and fuel dearer again\nConsumer prices rose by 8.4 per cent over the year, the office said.',
    statement: 'Annual inflation will exceed 8 per cent',
  },
  {
    report: 'Carmaker Vintra to buy battery firm Olen\nThe boards agreed on a takeover on Tuesday.',
    statement: 'Vintra will acquire Olen',
  },
  {
    report: 'River Asker bursts its banks\nThousands left their homes as the water rose over the dykes.',
    statement: 'The lower Asker valley will be flooded',
  },
  {
    report: 'Guns fall silent along the border\nBoth armies said that the truce signed on Friday is holding.',
    statement: 'The two countries will agree on a ceasefire',
  },
  {
    report: 'Vaccine against dune fever cleared for use\nThe regulator found the shot safe in adults.',
    statement: 'A dune fever vaccine will be approved',
  },
  {
    report:
      'Probe touches down near the southern pole of the Moon\nEngineers cheered as the first picture came.',
    statement: 'The spacecraft will land on the Moon',
  },
  {
    report: 'Rovers lift the cup after penalties\nThe goalkeeper saved two kicks in the final.',
    statement: 'Rovers will win the cup final',
  },
  {
    report: 'Finance minister steps down over tax affair\nThe prime minister accepted the letter at noon.',
    statement: 'The minister of finance will resign',
  },
  {
    report: 'Teachers walk out over pay\nSchools stayed shut in most districts on Monday.',
    statement: 'Teachers will go on strike',
  },
];

/** So many of the reports must be nearest to their own statement. */
const TOLD_APART = 9;
/** A model with less between related and unrelated says nothing that rounding would not. */
const SMALLEST_GAP = 0.05;

/**
 * Measures a model by the references: every model has a range of cosines of its own, so none can be read by itself.
 * Null for one that does not tell the references apart, which must not be asked.
 *
 * @param reports vectors of the reports of MEANING_REFERENCES, in order
 * @param statements of their statements
 */
export function measureScale(
  reports: readonly MeaningVector[],
  statements: readonly MeaningVector[],
): MeaningScale | null {
  const sums = { related: 0, unrelated: 0, toldApart: 0 };
  reports.forEach((report, row) => {
    const cosines = statements.map((statement) => cosine(report, statement));
    const own = cosines[row] ?? 0;
    const others = cosines.filter((_, column) => column !== row);
    sums.related += own;
    sums.unrelated += others.reduce((total, one) => total + one, 0) / Math.max(1, others.length);
    if (others.every((other) => other < own)) sums.toldApart += 1;
  });
  const related = sums.related / Math.max(1, reports.length);
  const unrelated = sums.unrelated / Math.max(1, reports.length);
  const isOfUse = sums.toldApart >= TOLD_APART && related - unrelated >= SMALLEST_GAP;
  return isOfUse ? { related, unrelated } : null;
}

/**
 * How near two texts are, on the scale of their model: 0 as different matters are, 1 as one matter is.
 *
 * @example nearnessOn({ unrelated: 0.2, related: 0.6 }, a, b) // 0.5 where the cosine of a and b is 0.4
 */
export function nearnessOn(scale: MeaningScale, a: MeaningVector, b: MeaningVector): number {
  const nearness = (cosine(a, b) - scale.unrelated) / (scale.related - scale.unrelated);
  return Math.min(1, Math.max(0, nearness));
}

/** -1 to 1; 0 where one of them has no length. */
function cosine(a: MeaningVector, b: MeaningVector): number {
  const sums = { ab: 0, aa: 0, bb: 0 };
  a.forEach((x, place) => {
    const y = b[place] ?? 0;
    sums.ab += x * y;
    sums.aa += x * x;
    sums.bb += y * y;
  });
  return sums.aa === 0 || sums.bb === 0 ? 0 : sums.ab / Math.sqrt(sums.aa * sums.bb);
}
