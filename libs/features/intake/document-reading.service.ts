import { Injectable } from '@nestjs/common';
import { DomainError, type ErrorCode, isAddressFault } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  DocumentFailure,
  type DocumentKind,
  DocumentReader,
  type GivenDocument,
  MAX_DOCUMENT_BYTES,
  type PagesDone,
  type ReadDocument,
} from '#platform/documents';
import { type FetchedPage, FetchFailure, SafeFetch } from '#platform/net';
import { robotsAllow } from './robots.js';
import type { ReceivedDocument, SaysOfItself } from './text-intake.js';

/** A document that could be read: its text, and the bytes with what they say of themselves. */
export interface ReadText {
  readonly kind: DocumentKind;
  readonly text: string;
  readonly received: ReceivedDocument;
}

const ROBOTS_BYTES = 500_000;
const ROBOTS_FOR_MS = 3_600_000;
const ROBOTS_AT_MOST = 500;

/** Reads files, and documents at addresses; stores nothing. */
@Injectable()
export class DocumentReadingService {
  private readonly robots = new Map<string, { readonly text: string; readonly until: number }>();

  constructor(
    private readonly reader: DocumentReader,
    private readonly fetcher: SafeFetch,
    private readonly clock: Clock,
  ) {}

  /** Throws DomainError DOCUMENT.*. */
  async readFile(given: GivenDocument, onPages?: PagesDone): Promise<ReadText> {
    const document = await this.read(given, onPages);
    return toReadText(document, given, {
      ...saysOf(document),
      title: document.title ?? nameOf(document, given),
    });
  }

  /** Throws DomainError SOURCE.BAD_ADDRESS, SOURCE.NO_ANSWER, SOURCE.ROBOTS, DOCUMENT.*. */
  async readAddress(written: string, onPages?: PagesDone): Promise<ReadText> {
    const page = await this.fetch(written);
    const given = { bytes: page.body, mediaType: page.headers['content-type'], address: page.url };
    const document = await this.read(given, onPages);
    // Where it was fetched is where it can be fetched again, whatever it calls itself.
    const address = { value: page.url, origin: 'address' } as const;
    return toReadText(document, given, { ...saysOf(document), address });
  }

  private async read(given: GivenDocument, onPages?: PagesDone): Promise<ReadDocument> {
    try {
      const document = await this.reader.read(given, onPages);
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

function toReadText(document: ReadDocument, { bytes }: GivenDocument, says: SaysOfItself): ReadText {
  const { kind, text, mediaType, charset } = document;
  return { kind, text, received: { bytes: new Uint8Array(bytes), mediaType, charset, says } };
}

function saysOf({ title, authors, outlet, publishedOn, address, language }: ReadDocument): SaysOfItself {
  return { title, authors, outlet, publishedOn, address, language };
}

/** A PDF or Word file without a title goes by its name; the first line of a text is a better one. */
function nameOf({ kind }: ReadDocument, { name }: GivenDocument): SaysOfItself['title'] {
  const value = kind === 'pdf' || kind === 'docx' ? name?.replace(/\.\w{1,8}$/u, '') : undefined;
  return value === undefined || value.trim() === '' ? null : { value, origin: 'file-name' };
}
