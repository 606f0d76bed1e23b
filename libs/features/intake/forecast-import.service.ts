import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  checkOpening,
  type ClaimantKind,
  DomainError,
  dueAt,
  finaliseDueAt,
  type Outcome,
} from '#core/domain';
import { lexiconVersion } from '#core/extraction';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  claimantRepo,
  claimRepo,
  Database,
  getInstallation,
  type Installation,
  propositionRepo,
  sourceRepo,
  type StoredProposition,
  type Tx,
  verdictRepo,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import { parseClaimsFile } from './claims-file.js';
import { parseForecastCsv, type QuotedRow } from './forecast-csv.js';

export interface ForecastFile {
  /** Names the source where the table names none. */
  readonly name: string;
  readonly csv: string;
  /** Everybody in the table is of one kind. */
  readonly claimantKind: ClaimantKind;
}

export interface ForecastImportReport {
  readonly sources: number;
  readonly propositions: number;
  readonly claims: number;
  /** Provisional: they become final when the dispute window is over. */
  readonly verdicts: number;
}

const NORMALISER = 'table-1';
const IMPORT_MS = 110_000;

/** Takes forecasts from elsewhere in as claims with sources, and their outcomes as verdicts that can be disputed. */
@Injectable()
export class ForecastImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * All rows or none. Every row becomes a claim that quotes its line; rows of one proposition share it. Throws
   * DomainError FORECAST.BAD_TABLE, FORECAST.KNOWN for a table taken in before, and what opening a proposition refuses.
   */
  async importForecasts(actor: Actor, file: ForecastFile): Promise<ForecastImportReport> {
    return this.importRows(actor, file, parseForecastCsv(file.csv));
  }

  /** The same of our own table, of Fatebook's export or of PredictionBook's. */
  async importClaims(actor: Actor, file: ForecastFile): Promise<ForecastImportReport> {
    return this.importRows(actor, file, parseClaimsFile(file.csv));
  }

  private async importRows(
    actor: Actor,
    file: ForecastFile,
    rows: readonly QuotedRow[],
  ): Promise<ForecastImportReport> {
    if (rows.length === 0) throw new DomainError('FORECAST.BAD_TABLE', `${file.name} holds no forecast.`);
    const outcomes = outcomesOf(rows);
    return this.database.withTransaction(
      async (tx) => {
        const at = this.clock.now();
        const installation = await getInstallation(tx);
        const context: Context = { actor, file, at, installation, tx };
        const snapshots = await insertSources(rows, context);
        const propositions = await insertPropositions(rows, context);
        for (const row of rows) await insertClaim(row, { snapshots, propositions, outcomes }, context);
        const verdicts = await insertVerdicts(outcomes, propositions, context);
        for (const { id, version } of propositions.values())
          await this.outbox.enqueue('matchProposition', { propositionId: id, version }, tx);
        const report = {
          sources: snapshots.size,
          propositions: propositions.size,
          claims: rows.length,
          verdicts,
        };
        await auditRepo.appendAudit(tx, {
          at,
          actor: actor.userId,
          action: 'forecasts.imported',
          subjectType: 'import',
          subjectId: sha256(file.csv),
          payload: { ...report },
        });
        return report;
      },
      { timeoutMs: IMPORT_MS },
    );
  }
}

interface Context {
  readonly actor: Actor;
  readonly file: ForecastFile;
  readonly at: Date;
  readonly installation: Installation;
  readonly tx: Tx;
}

interface Settled {
  readonly outcome: Outcome;
  readonly row: QuotedRow;
}

/** What each proposition came to, by its words. Throws where rows say different things of it. */
function outcomesOf(rows: readonly QuotedRow[]): Map<string, Settled> {
  const settled = new Map<string, Settled>();
  for (const row of rows) {
    if (row.outcome === 'pending') continue;
    const outcome = OUTCOME[row.outcome];
    const known = settled.get(row.proposition);
    if (known !== undefined && known.outcome !== outcome)
      throw new DomainError(
        'FORECAST.BAD_TABLE',
        `Lines ${String(known.row.line)} and ${String(row.line)} give “${row.proposition}” different outcomes. One verdict settles every claim on it.`,
      );
    if (known === undefined) settled.set(row.proposition, { outcome, row });
  }
  return settled;
}

const OUTCOME = { 0: 'NOT_OCCURRED', 1: 'OCCURRED', void: 'VOID', ambiguous: 'AMBIGUOUS' } as const;

interface PlacedSnapshot {
  readonly id: string;
  readonly text: string;
}

function sourceKey({ source, outlet }: QuotedRow): string {
  return JSON.stringify([source, outlet]);
}

/** One source for each that the table names, with its rows as the text. */
async function insertSources(
  rows: readonly QuotedRow[],
  context: Context,
): Promise<Map<string, PlacedSnapshot>> {
  const { actor, file, at, tx } = context;
  const snapshots = new Map<string, PlacedSnapshot>();
  for (const key of new Set(rows.map(sourceKey))) {
    const own = rows.filter((row) => sourceKey(row) === key);
    const text = own
      .map(({ raw }) => raw)
      .join('\n')
      .normalize('NFC');
    const textSha256 = sha256(text);
    await sourceRepo.lockText(textSha256, tx);
    if ((await sourceRepo.findByText(textSha256, tx)) !== null)
      throw new DomainError('FORECAST.KNOWN', `${file.name}: these rows were taken in before.`);
    const [first] = own;
    const publishedOn = own.map(({ claimedOn }) => claimedOn ?? '').sort()[0] ?? null;
    const { snapshotId } = await sourceRepo.insert(
      {
        title: first?.source ?? file.name,
        authors: [],
        outlet: first?.outlet ?? null,
        publishedOn,
        address: null,
        language: 'en',
        intakeKind: 'cli',
        createdById: actor.userId,
        at,
      },
      {
        rawBytes: new TextEncoder().encode(text),
        rawSha256: textSha256,
        mediaType: 'text/csv',
        text,
        textSha256,
        normaliserVersion: NORMALISER,
      },
      tx,
    );
    snapshots.set(key, { id: snapshotId, text });
  }
  return snapshots;
}

/** One proposition for each that the table names, dated by its first row. */
async function insertPropositions(
  rows: readonly QuotedRow[],
  { actor, file, at, installation, tx }: Context,
): Promise<Map<string, StoredProposition>> {
  const propositions = new Map<string, StoredProposition>();
  for (const row of rows) {
    const { proposition, deadline, family, topic, statusQuo } = row;
    const known = propositions.get(proposition);
    const saidOn = row.claimedOn ?? '';
    checkOpening({
      statement: proposition,
      claimant: row.claimant,
      claimantKind: file.claimantKind,
      windowStartOn: null,
      deadlineOn: deadline,
      deadlineBasis: deadline === null ? 'none' : 'explicit',
      saidOn,
    });
    if (known !== undefined) {
      if (known.deadlineOn !== deadline)
        throw new DomainError(
          'FORECAST.BAD_TABLE',
          `Line ${String(row.line)}: “${proposition}” has another deadline than above.`,
        );
      continue;
    }
    const stored = await propositionRepo.insertOpen(
      {
        statement: proposition,
        kind: 'change',
        window: 'by',
        windowStartOn: null,
        deadlineOn: deadline,
        zone: installation.zone,
        precision: deadline === null ? null : 'day',
        deadlineBasis: deadline === null ? 'none' : 'explicit',
        deadlinePhrase: deadline ?? '',
        dueAt: deadline === null ? null : dueAt(deadline, installation.zone),
        criteria: `As settled where it comes from: ${file.name}.`,
        sourceOfTruth: file.name,
        statusQuo: statusQuo ?? 'no',
        topics: topic === '' ? [] : [topic],
        family: family === proposition ? '' : family,
        createdById: actor.userId,
        at,
      },
      tx,
    );
    propositions.set(proposition, stored);
  }
  return propositions;
}

interface Stored {
  readonly snapshots: ReadonlyMap<string, PlacedSnapshot>;
  readonly propositions: ReadonlyMap<string, StoredProposition>;
  readonly outcomes: ReadonlyMap<string, Settled>;
}

async function insertClaim(
  row: QuotedRow,
  { snapshots, propositions, outcomes }: Stored,
  { actor, file, at, installation, tx }: Context,
): Promise<void> {
  const snapshot = snapshots.get(sourceKey(row));
  const proposition = propositions.get(row.proposition);
  if (snapshot === undefined || proposition === undefined) throw new Error('A row lost its source.');
  const claimant = await claimantRepo.ensure(row.claimant, file.claimantKind, at, tx);
  const { band, basis } = row;
  const exact = row.raw.normalize('NFC');
  const start = snapshot.text.indexOf(exact);
  const end = start + exact.length;
  await claimRepo.insert(
    {
      propositionId: proposition.id,
      snapshotId: snapshot.id,
      claimantId: claimant.id,
      role: 'author',
      probability: {
        low: band?.low ?? null,
        point: band?.point ?? null,
        high: band?.high ?? null,
        phrase: band === null ? '' : String(band.point),
        basis,
      },
      lexiconVersion: lexiconVersion(installation.settings.yardstick),
      negated: false,
      condition: null,
      conditionPropositionId: null,
      saidOn: row.claimedOn ?? '',
      // Whoever records it knows what came of it, or could.
      retrospective: outcomes.has(row.proposition) || (proposition.dueAt !== null && proposition.dueAt <= at),
      anchors: [
        {
          exact,
          prefix: snapshot.text.slice(Math.max(0, start - 32), start),
          suffix: snapshot.text.slice(end, end + 32),
          start,
          end,
        },
      ],
      recordedById: actor.userId,
      at,
    },
    tx,
  );
}

/** Provisional, so that whoever doubts one has the dispute window to say so. */
async function insertVerdicts(
  outcomes: ReadonlyMap<string, Settled>,
  propositions: ReadonlyMap<string, StoredProposition>,
  { actor, file, at, installation, tx }: Context,
): Promise<number> {
  for (const [words, { outcome, row }] of outcomes) {
    const proposition = propositions.get(words);
    if (proposition === undefined) continue;
    await verdictRepo.append(
      {
        propositionId: proposition.id,
        stage: 'provisional',
        outcome,
        voidReason: outcome === 'VOID' ? 'UNVERIFIABLE' : null,
        occurredOn: outcome === 'OCCURRED' ? row.occurredOn : null,
        decision: 'imported',
        reason: `Line ${String(row.line)} of ${file.name}.`,
        roundId: null,
        decidedById: actor.userId,
        at,
        finaliseDueAt: finaliseDueAt(at, installation.settings.disputeWindowDays, installation.zone),
      },
      tx,
    );
  }
  return outcomes.size;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
