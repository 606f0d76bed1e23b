import type { Answering } from './review-world.js';

/** What a first reviewer leaves behind; none of it may show, in any part, before the second has answered. */
export const FIRST_REVIEW: Answering = {
  answer: 'OCCURRED',
  occurredOn: '2022-02-17',
  confidence: 'low',
  note: 'zebra-note',
  searchNote: 'zebra-search',
  evidence: [
    {
      url: 'https://example.org/zebra-evidence',
      title: 'zebra-title',
      note: 'zebra-remark',
      stance: 'contradicts',
      publishedOn: '2022-02-18',
    },
  ],
};
