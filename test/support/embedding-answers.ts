import { MEANING_REFERENCES } from '#core/matching';
import { type Asked, type Behaviour, sendJson } from './model-server.js';

/** What every text has in common with every other: no model gives a cosine of 0. */
const COMMON = 0.5;

/**
 * A vector as a model would give it that knows its matters by words: the references each by itself, other texts by the
 * first list with a word that stands in them; those with none have a direction of their own by their length.
 */
export function knowing(...matters: readonly (readonly string[])[]): (text: string) => number[] {
  const known = MEANING_REFERENCES.map(({ report, statement }) => [report, statement]);
  const all = [...known, ...matters];
  return (text) => {
    const found = all.findIndex((words) => words.some((word) => text.includes(word)));
    const place = found === -1 ? all.length + (text.length % 7) : found;
    return Array.from({ length: all.length + 8 }, (_, at) =>
      at === place ? 1 : at === all.length + 7 ? COMMON : 0,
    );
  };
}

/** Answers with a vector for each text. */
export const embeds =
  (vectorOf: (text: string) => readonly number[]): Behaviour =>
  (asked, response) => {
    sendJson(response, 200, { object: 'list', model: asked.body.model, data: rowsOf(asked, vectorOf) });
  };

/** Answers with what `change` makes of the right rows. */
export const embedsWrongly =
  (change: (rows: readonly EmbeddingRow[]) => unknown, vectorOf = knowing()): Behaviour =>
  (asked, response) => {
    sendJson(response, 200, { object: 'list', data: change(rowsOf(asked, vectorOf)) });
  };

/** Answers with these characters. */
export const says =
  (body: string): Behaviour =>
  (_asked, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  };

interface EmbeddingRow {
  readonly object: 'embedding';
  readonly index: number;
  readonly embedding: readonly number[];
}

function rowsOf({ input }: Asked, vectorOf: (text: string) => readonly number[]): EmbeddingRow[] {
  return input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }));
}
