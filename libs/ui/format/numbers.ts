import { formatMeanScore } from './percent.js';

const NBSP = '\u00a0';
const countFormat = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A count, with thousands apart: formatCount(12345) is "12,345"; a part of one keeps a digit: "2.5". */
export function formatCount(n: number): string {
  return countFormat.format(n);
}

/** A difference of scores, with its sign: formatSigned(0.042) is "+0.042", formatSigned(-0.01) is "−0.010". */
export function formatSigned(difference: number): string {
  const figure = formatMeanScore(Math.abs(difference));
  if (Number(figure) === 0) return figure;
  return `${difference < 0 ? '−' : '+'}${figure}`;
}

/** A small difference keeps a fourth digit, so that the effect of one claim among many is no zero: "+0.0004". */
export function formatEffect(difference: number): string {
  const figure = Math.abs(difference).toFixed(4);
  if (Number(figure) === 0) {
    if (difference === 0) return '0';
    return difference > 0 ? `<${NBSP}+0.0001` : `>${NBSP}−0.0001`;
  }
  return `${difference < 0 ? '−' : '+'}${figure}`;
}

/** A peer score with its sign, in tenths of its units of a hundredth. formatPeerScore(-4.26) is "−4.3". */
export function formatPeerScore(score: number): string {
  const figure = Math.abs(score).toFixed(1);
  if (Number(figure) === 0) return '0.0';
  return `${score < 0 ? '−' : '+'}${figure}`;
}

/** A share in whole percent; 0 and 100 are only written for exactly 0 and 1. formatShare(0.714) is "71 %". */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  if (share > 0 && percent === 0) return `<${NBSP}1${NBSP}%`;
  if (share < 1 && percent === 100) return `>${NBSP}99${NBSP}%`;
  return `${String(percent)}${NBSP}%`;
}
