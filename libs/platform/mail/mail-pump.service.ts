import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { OutageLog, RepeatedTask } from '../jobs/index.js';
import { Mailer } from './mailer.service.js';

const EVERY_MS = 1_000;
/** While the mail server is away it is asked this often at last. */
const MAX_BACKOFF_MS = 60_000;
const SETTLE_EVERY_MS = 30_000;

/** Sends mail for as long as a worker runs: looks for what waits, and for what a dead sender left behind. */
@Injectable()
export class MailPump implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Mail');
  private readonly sending: RepeatedTask;
  private readonly settling: RepeatedTask;

  constructor(private readonly mailer: Mailer) {
    this.sending = new RepeatedTask({
      everyMs: EVERY_MS,
      maxBackoffMs: MAX_BACKOFF_MS,
      outages: new OutageLog('Sending mail', this.logger),
      step: async () => {
        const hasMore = await this.mailer.sendWaiting();
        if (!hasMore) this.mailer.hangUp();
        return hasMore;
      },
    });
    this.settling = new RepeatedTask({
      everyMs: SETTLE_EVERY_MS,
      maxBackoffMs: SETTLE_EVERY_MS,
      outages: new OutageLog('Looking for lost mail', this.logger),
      step: () => this.settle(),
    });
  }

  onApplicationBootstrap(): void {
    this.sending.start();
    this.settling.start();
  }

  /** What is on the line is sent to its end. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.settling.stop();
    await this.sending.stop();
    this.mailer.hangUp();
  }

  private async settle(): Promise<boolean> {
    const lost = await this.mailer.settleLost();
    if (lost > 0) this.logger.warn(`${String(lost)} mails were in hand when their sender stopped`);
    return false;
  }
}
