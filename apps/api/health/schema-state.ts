import { Database, listMissingMigrations } from '#platform/db';
import { Injectable } from '@nestjs/common';

/** Whether the database has the schema this version was written for. */
@Injectable()
export class SchemaState {
  /** A schema that was right once does not go back while we run. */
  private wasCurrent = false;

  constructor(private readonly database: Database) {}

  async isCurrent(): Promise<boolean> {
    if (!this.wasCurrent) this.wasCurrent = (await listMissingMigrations(this.database.direct)).length === 0;
    return this.wasCurrent;
  }
}
