import { type Database, userRepo } from '#platform/db';
import { randomFrom } from './hook-deliveries.js';

export const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Europe/London',
  'Australia/Sydney',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'UTC',
] as const;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Hours that summer time skips or doubles somewhere, both ends of a day, and the usual one. */
const HOURS = [0, 1, 2, 3, 8, 23];
/** Not one that makes a digest late by more than the days it may be late. */
const LONGEST_OUTAGE_HOURS = 60;

export interface WeeklyReader {
  readonly userId: string;
  readonly zone: string;
  readonly weekday: number;
  readonly hour: number;
}

/** People of all zones with hours of chance; the first of each zone has the last hour of the week. */
export async function addWeeklyReaders(
  database: Database,
  random: () => number,
  perZone: number,
): Promise<WeeklyReader[]> {
  const readers: WeeklyReader[] = [];
  for (const zone of ZONES)
    for (let n = 0; n < perZone; n += 1) {
      const weekday = n === 0 ? 7 : 1 + Math.floor(random() * 7);
      const hour = n === 0 ? 23 : (HOURS[Math.floor(random() * HOURS.length)] ?? 8);
      const email = `reader-${String(readers.length)}@example.org`;
      const { id: userId } = await userRepo.insert(
        { name: zone, email, roles: ['reviewer'], passwordHash: null },
        database.direct,
      );
      await database.direct.userSettings.create({
        data: { userId, zone, digestWeekday: weekday, digestHour: hour },
      });
      readers.push({ userId, zone, weekday, hour });
    }
  return readers;
}

/** Instants from `from` to `to` at which schedulers look: hours apart, and now and then after an outage of days. */
export function* looks(from: Date, to: Date, random: () => number): Generator<Date> {
  for (let at = from.getTime(); at < to.getTime();) {
    yield new Date(at);
    const hours = random() < 0.02 ? random() * LONGEST_OUTAGE_HOURS : 0.3 + random() * 6;
    at += Math.round(hours * HOUR_MS);
  }
}

/**
 * What is wrong with the digests that were built between two instants: missed weeks, weeks too many, mails too many, and
 * digests before their hour. Weeks and hours are counted here by other means than in the service.
 */
export async function faultsOfWeeks(
  database: Database,
  readers: readonly WeeklyReader[],
  span: { readonly from: Date; readonly to: Date },
): Promise<string[]> {
  const faults: string[] = [];
  const digests = await database.direct.digest.findMany({ include: { notice: true } });
  const mails = await database.direct.notice.count({ where: { kind: 'digest' } });
  if (mails !== digests.filter(({ state }) => state === 'sent').length)
    faults.push('as many mails as digests');
  for (const reader of readers) {
    const own = digests.filter(({ userId }) => userId === reader.userId);
    const built = own.map(({ isoWeek }) => isoWeek);
    if (new Set(built).size !== built.length) faults.push(`a week twice: ${reader.zone}`);
    const wanted = weeksBetween(span.from, span.to);
    for (const week of wanted) if (!built.includes(week)) faults.push(`missed: ${reader.zone} ${week}`);
    // The weeks at both ends may have been due or not, by the hour.
    if (own.length > wanted.length + 3) faults.push(`too many: ${reader.zone}`);
    for (const { isoWeek, builtAt, notice } of own) {
      if (notice?.naturalKey !== `digest:${reader.userId}:${isoWeek}`) faults.push(`no mail: ${isoWeek}`);
      const local = localTime(builtAt, reader.zone);
      const early = 24 * local.weekday + local.hour < 24 * reader.weekday + reader.hour;
      if (local.week === isoWeek && early) faults.push(`early: ${reader.zone} ${builtAt.toISOString()}`);
      if (local.week < isoWeek) faults.push(`of a week to come: ${reader.zone} ${isoWeek}`);
    }
  }
  return faults;
}

/** The ISO weeks that lie in the span whole, with two days at either end for zones, and three for lateness at the last. */
function weeksBetween(from: Date, to: Date): string[] {
  const weeks: string[] = [];
  for (let at = from.getTime(); at < to.getTime(); at += DAY_MS) {
    const day = new Date(at);
    const isInside = at - 2 * DAY_MS >= from.getTime() && at + 12 * DAY_MS <= to.getTime();
    if (day.getUTCDay() === 1 && isInside) weeks.push(weekOf(day));
  }
  return weeks;
}

/** By the definition: a week belongs to the year of its Thursday, and is counted from that year's first. */
function weekOf(day: Date): string {
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const number = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS + 1) / 7);
  return `${String(year)}-W${String(number).padStart(2, '0')}`;
}

const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function localTime(at: Date, timeZone: string): { weekday: number; hour: number; week: string } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = new Date(`${part('year')}-${part('month')}-${part('day')}T00:00:00Z`);
  return { weekday: NAMES.indexOf(part('weekday')) + 1, hour: Number(part('hour')), week: weekOf(day) };
}

/** A source of chance, and its seed on the screen, so that a failure can be looked at again (`SEED=…`). */
export function chance(): () => number {
  const seed = Number(process.env['SEED'] ?? Date.now() % 100_000);
  process.stderr.write(`seed ${String(seed)}\n`);
  return randomFrom(seed);
}
