const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Minutes east of Greenwich (RFC 822 and what is found in feeds). */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  bst: 60,
  west: 60,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ist: 330,
  hkt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  et: -300,
  ct: -360,
  mt: -420,
  pt: -480,
};
/** Nothing was published in a feed before; a year like 0 or 1 is what software writes that does not know. */
const FIRST_YEAR = 1_970;
const LAST_YEAR = 2_200;

const RFC_822 =
  /^(?:\p{L}{2,12}\.?,? ?)?(\d{1,2})[ -](\p{L}{3,12})\.?[ -](\d{4}|\d{2})(?:,? (?:at )?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?(?: ?([+-]\d{2}:?\d{2}|\p{L}{1,5}))?$/u;
const ISO_8601 =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?(?: ?(z|[+-]\d{2}(?::?\d{2})?|\p{L}{2,5}))?)?)?)?$/iu;
const COMMENT = / ?\([^()]{0,40}\)$/;

/**
 * Reads a date as feeds write it: RFC 822 with two or four digits of the year, ISO 8601 with as many parts as there are.
 * A date without a zone is one of UTC. Null for anything that is no day from 1970 to 2200: "31 Feb", year 0, "soon".
 * readFeedDate('Tue, 01 Mar 22 09:00 EST') is 2022-03-01T14:00:00.000Z.
 */
export function readFeedDate(written: string): Date | null {
  const text = written.slice(0, 100).replaceAll(/\s+/g, ' ').trim().replace(COMMENT, '');
  const iso = ISO_8601.exec(text);
  if (iso !== null) {
    const [, year, month = '01', day = '01', ...time] = iso;
    return toDate(Number(year), Number(month), Number(day), time);
  }
  const rfc = RFC_822.exec(text);
  if (rfc === null) return null;
  const [, day, monthName = '', year = '', ...time] = rfc;
  const month = MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : toDate(fullYear(year), month, Number(day), time);
}

/** RFC 2822: 00 to 49 are of this century. */
function fullYear(written: string): number {
  const year = Number(written);
  if (written.length > 2) return year;
  return year < 50 ? 2_000 + year : 1_900 + year;
}

function toDate(year: number, month: number, day: number, time: (string | undefined)[]): Date | null {
  const [hour, minute, second] = time.slice(0, 3).map((part) => Number(part ?? 0));
  const offset = offsetOf(time[3]);
  if (year < FIRST_YEAR || year > LAST_YEAR || offset === null) return null;
  if (hour === undefined || minute === undefined || second === undefined) return null;
  // 24:00 is midnight, :60 a leap second; anything beyond is no time.
  if (hour > 24 || minute > 59 || second > 60) return null;
  const local = new Date(Date.UTC(year, month - 1, day));
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return null;
  return new Date(local.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1_000);
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return 0;
  const numbers = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (numbers !== null) {
    const minutes = Number(numbers[2]) * 60 + Number(numbers[3] ?? 0);
    return minutes > 15 * 60 ? null : numbers[1] === '-' ? -minutes : minutes;
  }
  const name = zone.toLowerCase();
  return Object.hasOwn(ZONES, name) ? (ZONES[name] ?? null) : null;
}
