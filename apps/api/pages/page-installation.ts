import type { PublicInstallation } from '#ui/pages';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, getInstallation, type Installation } from '#platform/db';
import { Injectable } from '@nestjs/common';

const KEEP_MS = 10_000;
const UNKNOWN = { projectName: 'Outturn', kind: 'real', zone: 'UTC' } as const;

/** What every public page says of the installation it stands on. */
@Injectable()
export class PageInstallation {
  private known: { readonly installation: Installation; readonly readAtMs: number } | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async read(): Promise<PublicInstallation> {
    return this.describe(await this.find());
  }

  /** For pages that tell of a failure: without the database, what was last known. */
  async readOrGuess(): Promise<PublicInstallation> {
    try {
      return await this.read();
    } catch {
      return this.describe(this.known?.installation ?? UNKNOWN);
    }
  }

  private async find(): Promise<Installation> {
    const nowMs = this.clock.realNow().getTime();
    if (this.known !== null && nowMs - this.known.readAtMs < KEEP_MS) return this.known.installation;
    const installation = await getInstallation(this.database.direct);
    this.known = { installation, readAtMs: nowMs };
    return installation;
  }

  private describe({ projectName, kind, zone }: Pick<Installation, 'projectName' | 'kind' | 'zone'>) {
    const { baseUrl } = this.config;
    return { projectName, mode: kind, zone, baseUrl, now: this.clock.now().toISOString() };
  }
}
