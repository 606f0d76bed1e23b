import fs from 'node:fs';
import path from 'node:path';
import { buildAppPolicy } from '../security/headers.js';
import { weakTagOf } from './render-page.js';

/** A file as it is sent. */
export interface WebFile {
  readonly body: Buffer;
  readonly type: string;
  readonly tag: string;
  /** Its name carries a hash of its content: it never changes. */
  readonly isImmutable: boolean;
}

/** Where the files lie that the process serves as they are. */
export interface WebFolders {
  /** The built web app (`dist/web`). */
  readonly app: string;
  /** The style sheet of the public pages. */
  readonly publicStyles: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The web app and the pages' style sheet, read once at the start. What is served is what was listed then: no path of a
 * request ever reaches the file system.
 */
export class WebFiles {
  readonly publicStyles: WebFile;
  readonly appPolicy: string;
  private readonly files: ReadonlyMap<string, WebFile>;

  constructor(folders: WebFolders) {
    this.publicStyles = toWebFile('public.css', Buffer.from(readStyles(folders.publicStyles), 'utf8'));
    this.files = readFolder(folders.app);
    this.appPolicy = buildAppPolicy(this.index?.body.toString('utf8') ?? '');
  }

  /** The page every address of the app starts from; null when the app was not built. */
  get index(): WebFile | null {
    return this.files.get('index.html') ?? null;
  }

  /** A file of the app by its path below `/app/`, or null. */
  find(relative: string): WebFile | null {
    return this.files.get(relative) ?? null;
  }
}

function readFolder(folder: string): ReadonlyMap<string, WebFile> {
  const files = new Map<string, WebFile>();
  if (!fs.existsSync(folder)) return files;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    const relative = path.relative(folder, full).split(path.sep).join('/');
    files.set(relative, toWebFile(relative, fs.readFileSync(full)));
  }
  return files;
}

function toWebFile(relative: string, body: Buffer): WebFile {
  return {
    body,
    type: TYPES[path.extname(relative)] ?? 'application/octet-stream',
    tag: weakTagOf(body),
    isImmutable: relative.startsWith('assets/'),
  };
}

/** A style sheet with its own imports put in: one request instead of a chain. */
function readStyles(file: string): string {
  if (!fs.existsSync(file)) return '';
  return fs
    .readFileSync(file, 'utf8')
    .replaceAll(/@import\s+['"](\.[^'"]+)['"];/g, (_, relative: string) =>
      readStyles(path.join(path.dirname(file), relative)),
    );
}
