import type { CalendarDate } from '#core/domain';

/** PostgreSQL `date` columns travel as instants at UTC midnight; these two are the only place that knows. */
export function toDateColumn(on: CalendarDate): Date;
export function toDateColumn(on: CalendarDate | null): Date | null;
export function toDateColumn(on: CalendarDate | null): Date | null {
  return on === null ? null : new Date(`${on}T00:00:00Z`);
}

export function fromDateColumn(value: Date): CalendarDate;
export function fromDateColumn(value: Date | null): CalendarDate | null;
export function fromDateColumn(value: Date | null): CalendarDate | null {
  return value === null ? null : value.toISOString().slice(0, 10);
}
