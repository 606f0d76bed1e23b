import {
  buildTermStatistics,
  createEventMatcher,
  type MatchableEvent,
  type MatchableProposition,
} from '#core/matching';
import { PlainError, UsageError } from '../plain-error.js';
import { optionalDateField, optionalTextField, readIds, readRecords, textField } from './read-records.js';

export interface MatchCommandOptions {
  readonly propositions: string;
  readonly events: string;
  readonly top?: string;
}

interface NamedEvent extends MatchableEvent {
  readonly id: string;
}

/** Prints which propositions each event may bear on, best first, a JSON line each; see product.md section 4. */
export async function matchCommand({
  propositions: ofPropositions,
  events: ofEvents,
  top,
}: MatchCommandOptions) {
  const atMost = readTop(top);
  const propositions = readPropositions(ofPropositions);
  const events = readEvents(ofEvents);
  const matcher = createEventMatcher(
    propositions,
    buildTermStatistics([
      ...propositions.map(({ statement }) => statement),
      ...events.map(({ title, summary }) => `${title}\n${summary}`),
    ]),
  );
  for (const event of events) {
    const lines = matcher(event)
      .slice(0, atMost)
      .map(({ propositionId: proposition, score, strength, reasons }) =>
        JSON.stringify({ event: event.id, proposition, score, strength, reasons }),
      );
    if (lines.length > 0 && !process.stdout.write(`${lines.join('\n')}\n`)) await drained();
  }
}

/** A slow reader holds us up, instead of all lines gathering in memory. */
async function drained(): Promise<void> {
  if (process.stdout.writableNeedDrain) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

function readTop(top: string | undefined): number {
  if (top === undefined) return Infinity;
  const atMost = Number(top);
  if (top.trim() === '' || !Number.isInteger(atMost) || atMost < 1)
    throw new UsageError(`--top ${top}: must be a whole number of at least 1.`);
  return atMost;
}

function readPropositions(file: string): MatchableProposition[] {
  const records = readRecords(file);
  const ids = readIds(records);
  return records.map((record, place) => ({
    id: ids[place] ?? '',
    statement: textField(record, 'statement'),
    criteria: optionalTextField(record, 'criteria'),
    topics: [],
    windowStartOn: null,
    deadlineOn: optionalDateField(record, 'deadline'),
    firstClaimOn: null,
  }));
}

/** An event may lack a title where its summary speaks for it, as items of feeds do. */
function readEvents(file: string): NamedEvent[] {
  const records = readRecords(file);
  const ids = readIds(records);
  return records.map((record, place) => {
    const title = optionalTextField(record, 'title');
    const summary = optionalTextField(record, 'summary');
    if (title === '' && summary === '') throw new PlainError(`${record.where}: “title” is missing.`);
    return {
      id: ids[place] ?? '',
      title,
      summary,
      publishedOn: optionalDateField(record, 'publishedAt'),
      occurredOn: null,
    };
  });
}
