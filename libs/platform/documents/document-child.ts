import net from 'node:net';
import { DocumentFailure, type DocumentFault } from './document-failure.js';
import type { GivenDocument, ReadDocument } from './document.js';
import { readDocument } from './read-document.js';

/** What the child answers: how far it is, and then the document, why it cannot be read, or that something of ours is broken. */
export type ChildAnswer =
  | { readonly kind: 'pages'; readonly done: number; readonly pages: number }
  | { readonly kind: 'read'; readonly document: ReadDocument }
  | { readonly kind: 'refused'; readonly fault: DocumentFault; readonly message: string }
  | { readonly kind: 'broken'; readonly message: string };

export type LastAnswer = Exclude<ChildAnswer, { readonly kind: 'pages' }>;

/** Reading a document asks nobody anything: whatever in a library would like to is stopped here. */
net.Socket.prototype.connect = () => {
  throw new Error('A document wanted a connection.');
};

process.on('message', (given: GivenDocument) => {
  void answer(given).then((message) => process.send?.(message));
});
// The parent has gone.
process.on('disconnect', () => process.exit(0));

async function answer(given: GivenDocument): Promise<LastAnswer> {
  try {
    const document = await readDocument(given, (done, pages) =>
      process.send?.({ kind: 'pages', done, pages }),
    );
    return { kind: 'read', document };
  } catch (error) {
    if (error instanceof DocumentFailure)
      return { kind: 'refused', fault: error.fault, message: error.message };
    // Too deep for the parser of one of the libraries.
    if (error instanceof RangeError)
      return { kind: 'refused', fault: 'TOO_COSTLY', message: new DocumentFailure('TOO_COSTLY').message };
    return {
      kind: 'broken',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
