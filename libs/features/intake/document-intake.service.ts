import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, type ErrorCode, isAddressFault } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  DocumentFailure,
  DocumentReader,
  type GivenDocument,
  MAX_DOCUMENT_BYTES,
  type ReadDocument,
} from '#platform/documents';
import { type FetchedPage, FetchFailure, SafeFetch } from '#platform/net';
import { IntakeService } from './intake.service.js';
import { robotsAllow } from './robots.js';
import type { TextInput } from './text-intake.js';

/** What whoever gives a document says of it; it wins over what the document says of itself. */
export type SaidOfDocument = Omit<TextInput, 'text' | 'language'>;

const ROBOTS_BYTES = 500_000;
const ROBOTS_FOR_MS = 3_600_000;
const ROBOTS_AT_MOST = 500;

/** Takes in files, and documents at addresses; nothing is stored of what cannot be read. */
@Injectable()
export class DocumentIntakeService {
  private readonly robots = new Map<string, { readonly text: string; readonly until: number }>();

  constructor(
    private readonly intake: IntakeService,
    private readonly reader: DocumentReader,
    private readonly fetcher: SafeFetch,
    private readonly clock: Clock,
  ) {}

  /** Throws DomainError DOCUMENT.*, TEXT.*. */
  async addFile(actor: Actor, given: GivenDocument, said: SaidOfDocument, by: 'file' | 'cli' = 'file') {
    return this.store(actor, given, said, by);
  }

  /** Throws DomainError SOURCE.BAD_ADDRESS, SOURCE.NO_ANSWER, SOURCE.ROBOTS, DOCUMENT.*, TEXT.*. */
  async addAddress(actor: Actor, written: string, said: SaidOfDocument, by: 'url' | 'cli' = 'url') {
    const page = await this.fetch(written);
    const given = { bytes: page.body, mediaType: page.headers['content-type'], address: page.url };
    return this.store(actor, given, { ...said, address: said.address ?? page.url }, by);
  }

  private async store(actor: Actor, given: GivenDocument, said: SaidOfDocument, by: 'file' | 'cli' | 'url') {
    const document = await this.read(given);
    const added = await this.intake.addSource(actor, toInput(document, given, said), by, {
      bytes: new Uint8Array(given.bytes),
      mediaType: document.mediaType,
      charset: document.charset,
    });
    return { ...added, origins: origins(document) };
  }

  private async read(given: GivenDocument): Promise<ReadDocument> {
    try {
      const document = await this.reader.read(given);
      if (document.doubt !== null) throw new DocumentFailure(document.doubt.fault, document.doubt.message);
      return document;
    } catch (error) {
      if (error instanceof DocumentFailure) throw new DomainError(`DOCUMENT.${error.fault}`, error.message);
      throw error;
    }
  }

  private async fetch(written: string): Promise<FetchedPage> {
    try {
      const url = new URL(this.fetcher.checkUrl(written));
      await this.askRobots(url);
      const page = await this.fetcher.get(url.href, { maxBytes: MAX_DOCUMENT_BYTES });
      const reached = new URL(page.url);
      // Where we were sent on to, somebody else's rules stand.
      if (reached.host !== url.host) await this.askRobots(reached);
      if (page.status < 200 || page.status > 299)
        throw new DomainError(
          'SOURCE.NO_ANSWER',
          `${reached.host} answers with status ${String(page.status)}. Open the page in your browser and paste the text.`,
        );
      return page;
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      const code: ErrorCode = isAddressFault(error.fault) ? 'SOURCE.BAD_ADDRESS' : 'SOURCE.NO_ANSWER';
      throw new DomainError(code, error.message, [{ path: 'address', message: error.message }]);
    }
  }

  /** Throws DomainError SOURCE.ROBOTS; a FetchFailure where the server cannot be asked. */
  private async askRobots(url: URL): Promise<void> {
    const text = await this.robotsOf(url.origin);
    if (!robotsAllow(text, url.pathname + url.search))
      throw new DomainError(
        'SOURCE.ROBOTS',
        `${url.host} asks programs not to fetch this page (robots.txt). Open it in your browser and paste the text.`,
      );
  }

  private async robotsOf(origin: string): Promise<string> {
    const now = this.clock.realNow().getTime();
    const known = this.robots.get(origin);
    if (known !== undefined && known.until > now) return known.text;
    const { status, body } = await this.fetcher.get(`${origin}/robots.txt`, { maxBytes: ROBOTS_BYTES });
    // A server in trouble may forbid everything (RFC 9309); one without the file forbids nothing.
    const text = status >= 500 ? 'User-agent: *\nDisallow: /' : body.toString('utf8');
    if (this.robots.size >= ROBOTS_AT_MOST) this.robots.clear();
    this.robots.set(origin, { text, until: now + (status >= 500 ? 60_000 : ROBOTS_FOR_MS) });
    return text;
  }
}

function toInput(document: ReadDocument, given: GivenDocument, said: SaidOfDocument): TextInput {
  return {
    text: document.text,
    title: said.title ?? document.title?.value ?? nameOf(document, given),
    authors: said.authors ?? document.authors?.value,
    outlet: said.outlet ?? document.outlet?.value,
    publishedOn: said.publishedOn ?? document.publishedOn?.value,
    address: said.address ?? document.address?.value,
  };
}

/** A PDF or Word file without a title goes by its name; the first line of a text is a better one. */
function nameOf({ kind }: ReadDocument, { name }: GivenDocument): string | undefined {
  return kind === 'pdf' || kind === 'docx' ? name?.replace(/\.\w{1,8}$/u, '') : undefined;
}

/** Where each thing that the document says of itself was found. */
function origins({ title, authors, outlet, publishedOn }: ReadDocument) {
  return {
    title: title?.origin ?? null,
    authors: authors?.origin ?? null,
    outlet: outlet?.origin ?? null,
    publishedOn: publishedOn?.origin ?? null,
  };
}
