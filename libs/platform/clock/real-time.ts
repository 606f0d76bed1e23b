/**
 * Real time, for sessions, leases, signatures, job runs and logs. Business times come from the {@link Clock}: a demo
 * lives in 2022.
 */
export function realNow(): Date {
  // eslint-disable-next-line no-restricted-syntax -- this is the one place that reads the machine's clock
  return new Date();
}
