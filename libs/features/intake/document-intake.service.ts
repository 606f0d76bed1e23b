import { Injectable } from '@nestjs/common';
import type { EndpointBody, intakeEndpoints } from '#contracts/http';
import type { Actor } from '#core/domain';
import { Clock } from '#platform/clock';
import type { GivenDocument, PagesDone } from '#platform/documents';
import { DocumentReadingService, type ReadText } from './document-reading.service.js';
import { type Alongside, IntakeService } from './intake.service.js';
import type { SaidOfText } from './text-intake.js';

type Given = EndpointBody<typeof intakeEndpoints.previewSource>;

/** How a document came, who is to be told of its pages, and what is to be written with it. */
/** Whom what is taken in comes from. */
type Giver = Pick<Actor, 'userId'>;

export interface Taking {
  readonly by?: 'file' | 'url' | 'cli' | 'feed';
  readonly onPages?: PagesDone;
  readonly alongside?: Alongside;
}

/** What was shown of an address is what is taken in, and its server is asked once. */
const SHOWN_FOR_MS = 600_000;
const SHOWN_AT_MOST = 10;
const SHOWN_BYTES = 5_000_000;

/** Takes in files, and documents at addresses; nothing is stored of what cannot be read. */
@Injectable()
export class DocumentIntakeService {
  private readonly shown = new Map<string, { readonly read: ReadText; readonly until: number }>();

  constructor(
    private readonly intake: IntakeService,
    private readonly documents: DocumentReadingService,
    private readonly clock: Clock,
  ) {}

  /** Throws DomainError DOCUMENT.*, TEXT.*. */
  async addFile(actor: Giver, given: GivenDocument, said: SaidOfText, taking: Taking = {}) {
    const { text, received } = await this.documents.readFile(given, taking.onPages);
    return this.intake.addSource(actor, { ...said, text }, { by: 'file', ...taking, received });
  }

  /** Throws DomainError SOURCE.BAD_ADDRESS, SOURCE.NO_ANSWER, SOURCE.ROBOTS, DOCUMENT.*, TEXT.*. */
  async addAddress(actor: Giver, written: string, said: SaidOfText, taking: Taking = {}) {
    const { text, received } =
      this.takeShown(actor, written) ?? (await this.documents.readAddress(written, taking.onPages));
    return this.intake.addSource(actor, { ...said, text }, { by: 'url', ...taking, received });
  }

  /** What taking something in would come to; stores nothing. Throws what taking it in throws. */
  async preview(actor: Actor, given: Given) {
    if (given.from === 'text') return this.intake.preview({ text: given.text }, null);
    const read =
      given.from === 'file'
        ? await this.documents.readFile({ bytes: Buffer.from(given.base64, 'base64'), name: given.name })
        : await this.documents.readAddress(given.address);
    if (given.from === 'address') this.keepShown(actor, given.address, read);
    return this.intake.preview({ text: read.text }, read);
  }

  private keepShown(actor: Actor, written: string, read: ReadText): void {
    this.shown.delete(keyOf(actor, written));
    const [oldest] = this.shown.keys();
    if (this.shown.size >= SHOWN_AT_MOST && oldest !== undefined) this.shown.delete(oldest);
    if (read.received.bytes.length > SHOWN_BYTES) return;
    const until = this.clock.realNow().getTime() + SHOWN_FOR_MS;
    this.shown.set(keyOf(actor, written), { read, until });
  }

  private takeShown(actor: Giver, written: string): ReadText | null {
    const key = keyOf(actor, written);
    const found = this.shown.get(key);
    this.shown.delete(key);
    return found !== undefined && found.until > this.clock.realNow().getTime() ? found.read : null;
  }
}

function keyOf({ userId }: Giver, written: string): string {
  return `${userId} ${written.trim()}`;
}
