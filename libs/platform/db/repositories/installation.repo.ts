import {
  DEFAULT_YARDSTICK,
  isSecondCodings,
  isYardstick,
  type SecondCodings,
  type Yardstick,
} from '#core/domain';
import type { InstallationKind, Prisma } from '../generated/client.js';
import type { Tx } from '../database.js';

/** What an installation decides for itself. */
export interface InstallationSettings {
  readonly reviewersNeeded: number;
  readonly disputeWindowDays: number;
  readonly policyHorizonMonths: number;
  readonly leaseMinutes: number;
  /** By which words of likelihood are read in texts taken in from now on. */
  readonly yardstick: Yardstick;
  /** Reviewers see neither who said it, where, nor how likely they said it was, before they have answered. */
  readonly hideClaimants: boolean;
  /** Who accepted a claim does not review it. The inbox reads this one in SQL. */
  readonly candidateConflict: boolean;
  /** Of answers so many in a hundred are asked for again, unmarked; 0 is none. */
  readonly retestPercent: number;
  /** Whose claims open only when a second person has coded them. */
  readonly secondCoding: SecondCodings;
}

export const DEFAULT_SETTINGS: InstallationSettings = {
  reviewersNeeded: 2,
  disputeWindowDays: 14,
  policyHorizonMonths: 12,
  leaseMinutes: 20,
  yardstick: DEFAULT_YARDSTICK,
  hideClaimants: false,
  candidateConflict: false,
  retestPercent: 0,
  secondCoding: 'off',
};

/** How the business clock of a database stands to real time. */
export interface ClockSetting {
  readonly kind: InstallationKind;
  readonly offsetSeconds: number;
  /** Where the clock stands still; test databases only. */
  readonly frozenAt: Date | null;
}

/** The one project this database belongs to. */
export interface Installation {
  readonly kind: InstallationKind;
  readonly projectName: string;
  /** IANA zone in which deadlines fall due unless they say otherwise. */
  readonly zone: string;
  readonly settings: InstallationSettings;
  readonly version: number;
}

export interface NewInstallation {
  readonly kind: InstallationKind;
  readonly projectName: string;
  readonly zone: string;
  readonly settings?: Partial<InstallationSettings>;
}

export const installationRepo = {
  /** Null in a database that was not set up. */
  async find(tx: Tx): Promise<Installation | null> {
    // Not findUnique: Prisma joins those of one moment into an `IN`, which it then refuses for a boolean.
    const row = await tx.installation.findFirst({ where: { singleton: true } });
    if (row === null) return null;
    const { kind, projectName, zone, version } = row;
    return { kind, projectName, zone, version, settings: toSettings(row.settings) };
  },

  /** Sets the database up; false when it was before. */
  async insert(installation: NewInstallation, at: Date, tx: Tx): Promise<boolean> {
    const { kind, projectName, zone } = installation;
    const settings = { ...DEFAULT_SETTINGS, ...installation.settings };
    const { count } = await tx.installation.createMany({
      data: { kind, projectName, zone, settings, createdAt: at },
      skipDuplicates: true,
    });
    return count === 1;
  },

  /** Changes name, zone or settings if the row is still as the caller saw it; false when somebody was faster. */
  async update(
    version: number,
    change: { projectName?: string; zone?: string; settings?: InstallationSettings },
    tx: Tx,
  ): Promise<boolean> {
    const { settings, ...rest } = change;
    const { count } = await tx.installation.updateMany({
      where: { version },
      data: {
        ...rest,
        ...(settings === undefined ? {} : { settings: { ...settings } satisfies Prisma.InputJsonObject }),
        version: { increment: 1 },
      },
    });
    return count === 1;
  },

  async findClock(tx: Tx): Promise<ClockSetting | null> {
    const row = await tx.installation.findFirst({ where: { singleton: true } });
    if (row === null) return null;
    return { kind: row.kind, offsetSeconds: row.clockOffsetSeconds, frozenAt: row.clockFrozenAt };
  },

  /** Sets the business clock; false in a real database, whose clock nobody sets. */
  async setClock(clock: { offsetSeconds: number; frozenAt: Date | null }, tx: Tx): Promise<boolean> {
    const { count } = await tx.installation.updateMany({
      where: { kind: { in: ['demo', 'test'] } },
      data: { clockOffsetSeconds: clock.offsetSeconds, clockFrozenAt: clock.frozenAt },
    });
    return count === 1;
  },
};

/** Settings written by an older version lack what is new: its default holds. */
function toSettings(json: Prisma.JsonValue): InstallationSettings {
  const written = typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
  const read = (
    name: Exclude<
      keyof InstallationSettings,
      'yardstick' | 'hideClaimants' | 'candidateConflict' | 'secondCoding'
    >,
  ) => {
    const value = written[name];
    return typeof value === 'number' ? value : DEFAULT_SETTINGS[name];
  };
  return {
    reviewersNeeded: read('reviewersNeeded'),
    disputeWindowDays: read('disputeWindowDays'),
    policyHorizonMonths: read('policyHorizonMonths'),
    leaseMinutes: read('leaseMinutes'),
    yardstick: isYardstick(written['yardstick']) ? written['yardstick'] : DEFAULT_SETTINGS.yardstick,
    hideClaimants: written['hideClaimants'] === true,
    candidateConflict: written['candidateConflict'] === true,
    retestPercent: read('retestPercent'),
    secondCoding: isSecondCodings(written['secondCoding'])
      ? written['secondCoding']
      : DEFAULT_SETTINGS.secondCoding,
  };
}
