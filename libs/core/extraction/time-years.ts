import { centuryStretch, decadeStretch, monthStretch, yearStretch } from './calendar-spans.js';
import type { CalendarStretch } from './calendar-spans.js';
import { yearAt } from './time-names.js';
import type { Parsed, TimeScene } from './time-scene.js';
import {
  isApostrophe,
  isDash,
  readNumber,
  readOrdinal,
  skipAny,
  touchesNext,
  wordAt,
} from './time-tokens.js';
import type { Tokens } from './time-tokens.js';

const inferred = (stretch: CalendarStretch): CalendarStretch => ({ ...stretch, basis: 'inferred' });

const FISCAL_LEADS = new Set(
  'fiscal financial tax calendar academic school fy cy marketing business'.split(' '),
);
/** What splits a year in the middle: the season, school and fiscal years "2025-26" run from July to June here. */
const SPLIT_NOUNS = new Set('season fiscal financial tax academic school marketing campaign'.split(' '));

/** "2025-26", "2025/26": two years that follow each other, the second in two figures or in four after a stroke. */
export function splitYearAt(tokens: Tokens, i: number): { year: number; last: number; next: number } | null {
  const year = yearAt(tokens, i);
  if (year?.next !== i + 1) return null;
  const joint = wordAt(tokens, i + 1);
  const word = wordAt(tokens, i + 2);
  if (!(joint === '/' || isDash(joint)) || !touchesNext(tokens, i) || !/^(?:\d\d|\d{4})$/u.test(word))
    return null;
  const last = word.length === 2 ? Math.floor(year.year / 100) * 100 + Number(word) : Number(word);
  const carried = last <= year.year && word.length === 2 && year.year % 100 === 99 ? last + 100 : last;
  const isNext = carried === year.year + 1;
  // "2014-10" is a month; "2025-27" and "2010-2012" are years.
  if (!isNext && (joint === '/' || carried <= year.year || carried - year.year > 30)) return null;
  // "2025-12-31" is a date.
  if (isDash(wordAt(tokens, i + 3)) && touchesNext(tokens, i + 2)) return null;
  return { year: year.year, last: carried, next: i + 3 };
}

/** Years: "2030", "the year 2030", "FY2025", "fiscal 2025", "2025-26", "the 2025/26 season", "the 2030s", "AD 2030". */
export function yearNameAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens } = scene;
  const the = skipAny(tokens, i, ['the']);
  let at = skipAny(tokens, the, ['calendar', 'ad']);
  const isLed = FISCAL_LEADS.has(wordAt(tokens, at));
  const lead = wordAt(tokens, at);
  if (isLed) at += 1;
  const noun = skipAny(tokens, at, ['year', 'years', 'season']);
  if (noun > at) at = skipAny(tokens, noun, ['of']);
  const split = splitYearAt(tokens, at);
  if (split !== null) {
    const after = splitNounAt(tokens, split.next);
    const stretch = { ...yearStretch(split.year), end: yearStretch(split.last).end };
    const isSplit =
      (after > split.next || SPLIT_NOUNS.has(lead) || lead === 'fy') && split.last === split.year + 1;
    return {
      next: after,
      stretch: isSplit
        ? inferred({
            ...stretch,
            start: monthStretch(split.year, 7).start,
            end: monthStretch(split.last, 6).end,
          })
        : stretch,
    };
  }
  const short = lead === 'fy' || lead === 'cy' ? shortYearAt(tokens, at) : null;
  const year = short ?? yearAt(tokens, at);
  if (year === null) return spokenYearAt(scene, at) ?? centuryNameAt(tokens, the);
  const decade = decadeEnd(tokens, year.next);
  if (decade !== null && year.year % 10 === 0) return { stretch: decadeStretch(year.year), next: decade };
  if (decade !== null) return null;
  return { stretch: yearStretch(year.year), next: splitNounAt(tokens, year.next) };
}

/** The index after "s" or "'s" of "2030s". */
function decadeEnd(tokens: Tokens, i: number): number | null {
  if (wordAt(tokens, i) === 's' && touchesNext(tokens, i - 1)) return i + 1;
  const isPossessive =
    isApostrophe(wordAt(tokens, i)) && wordAt(tokens, i + 1) === 's' && touchesNext(tokens, i);
  return isPossessive && /0$/u.test(wordAt(tokens, i - 1)) && wordAt(tokens, i - 2) === 'the' ? i + 2 : null;
}

/** "season", "fiscal year", "financial year", "academic year" after the figures. */
function splitNounAt(tokens: Tokens, i: number): number {
  if (wordAt(tokens, i) === 'season') return i + 1;
  return (SPLIT_NOUNS.has(wordAt(tokens, i)) || wordAt(tokens, i) === 'calendar') &&
    wordAt(tokens, i + 1) === 'year'
    ? i + 2
    : i;
}

/** "FY25", "FY '25". */
function shortYearAt(tokens: Tokens, i: number): { year: number; next: number } | null {
  const at = isApostrophe(wordAt(tokens, i)) ? i + 1 : i;
  const word = wordAt(tokens, at);
  return /^\d\d$/u.test(word) ? { year: 2000 + Number(word), next: at + 1 } : null;
}

/** "two thousand thirty", "two thousand and eighteen". */
function spokenYearAt(scene: TimeScene, i: number): Parsed | null {
  if (wordAt(scene.tokens, i + 1) !== 'thousand' || scene.isRunning) return null;
  const number = readNumber(scene.tokens, i);
  if (number === null || number.value < 1800 || number.value >= 2400) return null;
  return { stretch: yearStretch(number.value), next: number.next };
}

/** "the 21st century", "the twenty-second century". */
function centuryNameAt(tokens: Tokens, i: number): Parsed | null {
  const ordinal = readOrdinal(tokens, i);
  if (ordinal === null || ordinal.value < 18 || ordinal.value > 24) return null;
  const at = skipAny(tokens, ordinal.next, ['-']);
  if (wordAt(tokens, at) !== 'century') return null;
  return { stretch: centuryStretch(ordinal.value * 100), next: at + 1 };
}
