import pg from 'pg';
import { MATCHER_VERSION, readProposition, termShares, termWeigher } from '#core/matching';
import { type Database, matchIndexRepo } from '#platform/db';
import { v7 as uuidv7 } from 'uuid';

const AT = new Date('2022-02-01T12:00:00Z');
const AT_ONCE = 2_000;
const COUNTRIES =
  'Russia Ukraine China Taiwan France Germany Japan India Brazil Poland Iran Israel Turkey Canada Mexico Spain Italy Egypt Kenya Nigeria Peru Chile Cuba Norway Sweden'.split(
    ' ',
  );
const ACTIONS =
  'recognise invade elect sign ban raise cut approve launch withdraw win leave join default devalue resign publish strike open close merge acquire sanction deploy cancel'.split(
    ' ',
  );
const CONSONANTS = 'bcdfglmnprstvz';
const VOWELS = 'aeiou';

/** Sentences of invented names and things, some of which are in everybody's mouth and most hardly ever (Zipf). */
export class Sentences {
  private readonly names: readonly string[];
  private readonly things: readonly string[];
  private state: number;

  /**
   * @param texts for how many texts the vocabulary is: it grows with their number to the power of 0.6 (Heaps)
   */
  constructor(texts: number, seed: number) {
    const words = Math.round(3_000 * (texts / 10_000) ** 0.6);
    this.things = Array.from({ length: words }, (_, at) => wordAt(at + 30));
    this.names = Array.from({ length: 3 * words }, (_, at) => {
      const word = wordAt(at + 977);
      return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}o`;
    });
    this.state = seed;
  }

  next(): string {
    const [a, b, place] = [this.pick(this.names), this.pick(this.names), this.pick(this.names)];
    const [x, y, z] = [this.pick(this.things), this.pick(this.things), this.pick(this.things)];
    return `${a} ${b} of ${this.pick(COUNTRIES)} will ${this.pick(ACTIONS)} the ${x} ${y} in ${place} after ${z}`;
  }

  private pick(words: readonly string[]): string {
    this.state = (this.state * 1_664_525 + 1_013_904_223) >>> 0;
    const place = Math.floor(words.length ** (this.state / 2 ** 32) - 1);
    return words[Math.min(words.length - 1, place)] ?? '';
  }
}

function wordAt(number: number): string {
  let rest = number * 7 + 11;
  let word = '';
  for (let part = 0; part < 3 + (number % 2); part += 1) {
    word += `${CONSONANTS.charAt(rest % 14)}${VOWELS.charAt((rest >> 2) % 5)}`;
    rest = Math.floor(rest / 3) + (number % 97);
  }
  const end =
    number > 600
      ? `${CONSONANTS.charAt(number % 14)}${VOWELS.charAt(number % 5)}${(number % 7).toString(36)}`
      : '';
  return `${word}${number % 26 === 0 ? '' : String.fromCharCode(97 + (number % 26))}${end}`;
}

/** Open propositions with their terms, as the use cases leave them. Triggers sleep meanwhile. */
export async function fillIndex(client: pg.Client, database: Database, propositions: number): Promise<void> {
  const sentences = new Sentences(propositions, 1);
  const weigh = termWeigher({ documents: 0, frequencies: [] });
  const indexes = await dropIndexes(client);
  for (let from = 0; from < propositions; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, propositions - from) }, () => ({
      id: uuidv7(),
      statement: sentences.next(),
    }));
    await client.query('SET session_replication_role = replica');
    await client.query(
      `INSERT INTO propositions (id, statement, kind, "window", deadline_on, scheduled_deadline_on, zone, deadline_basis,
         due_at, topics, status, status_quo, criteria, created_at, opened_at)
       SELECT id, statement, 'change', 'by', '2022-12-31', '2022-12-31', 'UTC', 'explicit', '2023-01-01', '{}', 'open',
         'no', 'As reported.', $2, $2
       FROM json_to_recordset($1) AS made (id uuid, statement text)`,
      [JSON.stringify(rows), AT],
    );
    await client.query('SET session_replication_role = DEFAULT');
    const entries = rows.map(({ id, statement }) => {
      const matchable = {
        id,
        statement,
        criteria: 'As reported.',
        topics: [],
        windowStartOn: null,
        deadlineOn: null,
      };
      return {
        propositionId: id,
        terms: termShares(readProposition({ ...matchable, firstClaimOn: null }), weigh),
      };
    });
    await database.withTransaction(
      (tx) => matchIndexRepo.insertPropositionTerms(entries, MATCHER_VERSION, AT, tx),
      { timeoutMs: 60_000 },
    );
  }
  for (const definition of indexes) await client.query(definition);
  await client.query('VACUUM ANALYZE');
}

/** Indexes and keys to be made again when all rows are there: much faster than to grow them row by row. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'proposition_terms'`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  await client.query('ALTER TABLE proposition_terms DROP CONSTRAINT proposition_terms_proposition_id_fkey');
  return [
    ...rows.map(({ definition }) => definition),
    `ALTER TABLE proposition_terms ADD CONSTRAINT proposition_terms_proposition_id_fkey
       FOREIGN KEY (proposition_id) REFERENCES propositions (id)`,
  ];
}
