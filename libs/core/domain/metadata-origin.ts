/**
 * Where something known about a document was found: a closed set, from what is meant for machines to what is guessed.
 * `typed` is what a person said, which wins over all others.
 */
export const METADATA_ORIGINS = [
  'typed',
  'json-ld',
  'open-graph',
  'meta',
  'microdata',
  'document',
  'header-lines',
  'byline',
  'heading',
  'page-title',
  'text',
  'file-name',
  'address',
  'modified',
] as const;
export type MetadataOrigin = (typeof METADATA_ORIGINS)[number];

/** What is known about a source and can be corrected. */
export const SOURCE_FIELDS = ['title', 'authors', 'outlet', 'publishedOn', 'address', 'language'] as const;
export type SourceField = (typeof SOURCE_FIELDS)[number];

/** Where each field of a source was found; null where nothing is known of it. */
export type SourceOrigins = Readonly<Record<SourceField, MetadataOrigin | null>>;
