export { canonicalJson, type ChainFault } from './audit-chain.js';
export {
  Database,
  type DatabaseOptions,
  type Isolation,
  type TransactionOptions,
  type Tx,
} from './database.js';
export {
  DatabaseError,
  type DatabaseErrorKind,
  isUniqueViolation,
  mapDatabaseError,
} from './database-error.js';
export { EmbeddedPostgresError } from './embedded-postgres-error.js';
export {
  createDatabaseIfMissing,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres.js';
export { findSchemaDrift, migrate, MigrationError } from './migrate.js';
export { packageRoot } from './package-root.js';
export * from './repositories/assignment.repo.js';
export * from './repositories/audit.repo.js';
export { fromDateColumn, toDateColumn } from './calendar-column.js';
export * from './queries/board-choices.query.js';
export * from './queries/claim-dependents.query.js';
export * from './queries/claim-details.query.js';
export * from './queries/claim-ledger.query.js';
export * from './queries/coding-agreement.query.js';
export * from './queries/coding-queue.query.js';
export * from './queries/deadline-calendar.query.js';
export * from './queries/disagreement-causes.query.js';
export * from './queries/inbox.query.js';
export * from './queries/inbox-page.query.js';
export * from './queries/inbox-choices.query.js';
export * from './queries/method-of-today.js';
export * from './queries/known-outcomes.query.js';
export * from './queries/match-candidates.query.js';
export * from './queries/match-quality.query.js';
export * from './queries/claim-references.query.js';
export * from './queries/neighbours.query.js';
export * from './queries/peers.query.js';
export * from './queries/proposition-list.query.js';
export * from './queries/public-claim.query.js';
export * from './queries/read-candidates.query.js';
export * from './queries/reviewed-items.query.js';
export * from './queries/reviewer-times.query.js';
export * from './queries/workload.query.js';
export * from './queries/selection-ledger.query.js';
export * from './repositories/blind-reading.repo.js';
export * from './repositories/quote-placement.repo.js';
export * from './repositories/board.repo.js';
export * from './repositories/candidate.repo.js';
export * from './repositories/candidate-edit.repo.js';
export * from './repositories/candidate-version.repo.js';
export * from './repositories/claim.repo.js';
export * from './repositories/claimant.repo.js';
export * from './repositories/claimant-entry.repo.js';
export * from './repositories/coding.repo.js';
export * from './repositories/event.repo.js';
export * from './repositories/evidence-copy.repo.js';
export * from './repositories/event-cluster.repo.js';
export * from './repositories/feed.repo.js';
export * from './repositories/feed-host.repo.js';
export * from './repositories/gold-item.repo.js';
export * from './repositories/group.repo.js';
export * from './repositories/hook.repo.js';
export * from './repositories/inbox-view.repo.js';
export * from './repositories/intake-batch.repo.js';
export * from './repositories/lease.repo.js';
export * from './repositories/match.repo.js';
export * from './repositories/match-index.repo.js';
export * from './repositories/model-reading.repo.js';
export * from './repositories/outlet.repo.js';
export * from './repositories/proposition.repo.js';
export * from './repositories/retest.repo.js';
export * from './repositories/review.repo.js';
export * from './repositories/round.repo.js';
export * from './repositories/score.repo.js';
export * from './repositories/skip.repo.js';
export * from './repositories/snooze.repo.js';
export * from './repositories/snapshot.repo.js';
export * from './repositories/source.repo.js';
export * from './repositories/syndicated-copy.repo.js';
export * from './repositories/unblinding.repo.js';
export * from './repositories/verdict.repo.js';
export * from './queries/exported-candidates.query.js';
export * from './queries/get-installation.query.js';
export * from './auth-adapter.js';
export * from './repositories/one-time-link.repo.js';
export * from './repositories/user.repo.js';
export * from './queries/digest.query.js';
export * from './repositories/digest.repo.js';
export * from './repositories/prompt.repo.js';
export * from './repositories/subscriber.repo.js';
export * from './queries/missing-migrations.query.js';
export * from './queries/late-propositions.query.js';
export * from './queries/mail-report.query.js';
export * from './repositories/mail-queue.repo.js';
export * from './repositories/notice.repo.js';
export * from './repositories/suppression.repo.js';
export * from './repositories/installation.repo.js';
export { DatabaseModule } from './database.module.js';
export * from './repositories/service-account.repo.js';
export { dropDatabase } from './drop-database.js';
export { hasPeople } from './has-people.js';
export * from './queries/corrections.query.js';
export * from './queries/deadline-variants.query.js';
export { hasOwnClaim } from './queries/stake.js';
export * from './queries/took-part.query.js';
export * from './repositories/answer.repo.js';
export * from './repositories/dispute.repo.js';
export * from './repositories/telling.repo.js';
export * from './repositories/thread.repo.js';
