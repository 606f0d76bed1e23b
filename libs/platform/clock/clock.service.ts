import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { calendarDateIn, DomainError, type CalendarDate } from '#core/domain';
import { Database } from '../db/database.js';
import { installationRepo, type ClockSetting } from '../db/repositories/installation.repo.js';
import { realNow } from './real-time.js';

const REFRESH_EVERY_MS = 2_000;
const REAL: ClockSetting = { kind: 'real', offsetSeconds: 0, frozenAt: null };

/**
 * The one business clock: what "today", "due" and "overdue" mean. Real time, moved by the offset that demo and test
 * databases may carry; all processes of an installation re-read it every 2 s.
 */
@Injectable()
export class Clock implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Clock.name);
  private setting = REAL;
  private timer: NodeJS.Timeout | null = null;
  private isFailing = false;

  constructor(private readonly database: Database) {}

  /** Business time. */
  now(): Date {
    const { frozenAt, offsetSeconds } = this.setting;
    return frozenAt ?? new Date(realNow().getTime() + offsetSeconds * 1_000);
  }

  /** The calendar date that business clocks in `zone` show. */
  today(zone: string): CalendarDate {
    return calendarDateIn(this.now(), zone);
  }

  /** Real time; see {@link realNow}. */
  realNow(): Date {
    return realNow();
  }

  /** Reads the setting now instead of within 2 s. */
  async refresh(): Promise<void> {
    this.setting = (await installationRepo.findClock(this.database.direct)) ?? REAL;
  }

  /**
   * Sets business time to `to`; it goes on from there, or, with `isFrozen`, stands still. Refused with CLOCK.REAL where
   * real data is kept.
   */
  async setClock(to: Date, options: { readonly isFrozen?: boolean } = {}): Promise<Date> {
    // Rounded up: a clock set to midnight must not show the day before.
    const offsetSeconds = Math.ceil((to.getTime() - realNow().getTime()) / 1_000);
    const frozenAt = options.isFrozen === true ? to : null;
    const isSet = await installationRepo.setClock({ offsetSeconds, frozenAt }, this.database.direct);
    if (!isSet)
      throw new DomainError(
        'CLOCK.REAL',
        'The clock can be set in demo and test databases only; this one is real.',
      );
    await this.refresh();
    return this.now();
  }

  async onModuleInit(): Promise<void> {
    await this.refreshQuietly();
    this.timer = setInterval(() => void this.refreshQuietly(), REFRESH_EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  /** While the database is away the last known offset holds. */
  private async refreshQuietly(): Promise<void> {
    try {
      await this.refresh();
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) this.logger.warn(`The clock cannot be read: ${String(error)}`);
      this.isFailing = true;
    }
  }
}
