import { StandingsService } from '#features/standings';
import { auditRepo, Database } from '#platform/db';
import { withService } from '../service/service-context.js';

/** Checks what must always hold; one line each, exit code 1 when something does not. */
export async function verifyCommand(): Promise<void> {
  await withService(async (app) => {
    const chain = await auditRepo.verifyAuditChain(app.get(Database).direct);
    report(
      'audit chain',
      chain.fault === null ? null : `entry ${String(chain.fault.seq)}: ${chain.fault.kind}`,
      `${String(chain.entries)} entries`,
    );
    const drift = await app.get(StandingsService).findDrift();
    report(
      'statistics',
      drift.length === 0 ? null : `differ from a recomputation for ${drift.join(', ')}`,
      'equal a recomputation',
    );
  });
}

function report(what: string, fault: string | null, fine: string): void {
  if (fault !== null) process.exitCode = 1;
  process.stdout.write(`${what}: ${fault === null ? `ok, ${fine}` : `BROKEN, ${fault}`}\n`);
}
