/** A space that keeps the number with its sign. */
const NBSP = '\u00a0';

/**
 * A probability as percent, without pretending: 0 and 1 are only written for exactly 0 and 1.
 * formatPercent(0.125) is "12.5 %", formatPercent(0.0004) is "< 0.1 %".
 */
export function formatPercent(probability: number): string {
  return `${percentFigure(probability)}${NBSP}%`;
}

/** formatPercentRange(0.05, 0.2) is "5–20 %". */
export function formatPercentRange(low: number, high: number): string {
  if (low === high) return formatPercent(low);
  return `${percentFigure(low)}–${percentFigure(high)}${NBSP}%`;
}

function percentFigure(probability: number): string {
  const percent = probability * 100;
  if (percent > 0 && percent < 0.1) return `<${NBSP}0.1`;
  if (percent < 100 && percent > 99.9) return `>${NBSP}99.9`;
  return String(Math.round(percent * 10) / 10);
}

/** A score with the digits it is worth: formatScore(0.015625) is "0.0156", formatScore(0.25) is "0.25". */
export function formatScore(score: number): string {
  const rounded = Math.round(score * 10_000) / 10_000;
  return rounded === 0 && score > 0 ? '< 0.0001' : String(rounded);
}

/** A mean score in a column, always three digits so that columns line up: "0.250"; a few kinds may be below 0. */
export function formatMeanScore(score: number): string {
  const figure = Math.abs(score).toFixed(3);
  return score < 0 && Number(figure) !== 0 ? `−${figure}` : figure;
}
