export {
  type DocumentKind,
  type GivenDocument,
  MAX_DOCUMENT_BYTES,
  type PagesDone,
  type ReadDocument,
} from './document.js';
export { DOCUMENT_FAULTS, DocumentFailure, type DocumentFault } from './document-failure.js';
export { DocumentReader } from './document-reader.js';
export { DocumentsModule } from './documents.module.js';
