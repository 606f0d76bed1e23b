import { z } from 'zod';

/** Raised whenever the instructions, the schema or the checks change; with the model's name it keys what was read. */
export const MODEL_READER_VERSION = 'model-1';

/** One finding as the model must write it. Words it points at are quoted, so that they can be looked up; null: none. */
const words = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value?.trim() === '' ? null : value));

export const AnsweredFinding = z.object({
  sentences: z.array(z.int()).min(1).max(3),
  quote: z.string(),
  statement: z.string(),
  claimant: words,
  hedge: words,
  deadline: words,
  condition: words,
});
export type AnsweredFinding = z.output<typeof AnsweredFinding>;

const nullableString = (description: string) => ({ type: ['string', 'null'], description });

/**
 * The same as JSON Schema, in the part of it that strict decoders know: every property required, none besides, no
 * lengths or patterns (those are checked by us).
 */
export const MODEL_ANSWER_SCHEMA = {
  name: 'predictions',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['findings'],
    properties: {
      findings: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['sentences', 'quote', 'statement', 'claimant', 'hedge', 'deadline', 'condition'],
          properties: {
            sentences: {
              type: 'array',
              items: { type: 'integer' },
              description: 'numbers of the sentences that hold the quote, one to three in a row',
            },
            quote: { type: 'string', description: 'the prediction in the exact words of these sentences' },
            statement: { type: 'string', description: 'what would be the case, worded positively' },
            claimant: nullableString('who says it, by the name the text uses; null for the author'),
            hedge: nullableString('the exact words that say how likely it is'),
            deadline: nullableString('the exact words that say by when'),
            condition: nullableString('the exact words of the condition'),
          },
        },
      },
    },
  },
} as const;
