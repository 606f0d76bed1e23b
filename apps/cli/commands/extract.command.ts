import { type CalendarDate, isCalendarDate, type Yardstick } from '#core/domain';
import { type Candidate, describeSource, extractCandidates } from '#core/extraction';
import { parseHeaderLines } from '#core/text';
import { PlainError } from '../plain-error.js';
import { eachFile } from './each-file.js';
import { readTextFile } from './read-text-file.js';

export interface ExtractOptions {
  readonly published?: string;
  readonly author?: string;
  readonly outlet?: string;
  readonly format?: string;
  readonly all?: boolean;
  readonly yardstick?: Yardstick;
}

/** Prints what the extractor finds, in the order of the text. stdout is data, stderr is talk. */
export async function extractCommand(files: readonly string[], options: ExtractOptions): Promise<void> {
  if (options.published !== undefined && !isCalendarDate(options.published))
    throw new PlainError(`--published ${options.published}: write the date as YYYY-MM-DD.`);
  if (options.format !== 'jsonl' && options.format !== 'table')
    throw new PlainError(`--format ${String(options.format)}: choose jsonl or table.`);
  const { format } = options;
  await eachFile(files, (file) => print(file, extractFile(file, options), format));
}

function extractFile(file: string, options: ExtractOptions): readonly Candidate[] {
  const text = readTextFile(file);
  for (const { message } of describeSource(text)) process.stderr.write(`${file}: ${message}\n`);
  const header = parseHeaderLines(text);
  const publishedOn: CalendarDate | null = options.published ?? header.publishedOn;
  const meta = {
    ...(header.title === null ? {} : { title: header.title }),
    ...optional('author', options.author ?? header.author),
    ...optional('outlet', options.outlet ?? header.outlet),
    ...(publishedOn === null ? {} : { publishedOn }),
  };
  const found = extractCandidates(
    text,
    meta,
    options.yardstick === undefined ? {} : { yardstick: options.yardstick },
  );
  return options.all === true ? found : found.filter(({ tier }) => tier === 'proposed');
}

function optional<K extends string>(name: K, value: string | null): Partial<Record<K, string>> {
  return value === null ? {} : ({ [name]: value } as Record<K, string>);
}

function print(file: string, candidates: readonly Candidate[], format: string): void {
  for (const candidate of candidates) {
    if (format === 'table') {
      const point = candidate.probability?.point;
      const percent = point === null || point === undefined ? '—' : `${String(Math.round(point * 100))} %`;
      const deadline = candidate.deadline?.deadlineOn ?? '—';
      process.stdout.write(
        `${percent.padStart(5)}  ${deadline.padEnd(10)}  ${candidate.claimant}: ${candidate.quote.replaceAll(/\s+/g, ' ')}\n`,
      );
    } else process.stdout.write(`${JSON.stringify(toWireLine(file, candidate))}\n`);
  }
}

function toWireLine(file: string, candidate: Candidate) {
  // Kind and hints are for triage; the lines printed here are a fixed contract.
  const { probability, deadline, kind: _kind, needsEdit: _needsEdit, ...rest } = candidate;
  return {
    file,
    ...rest,
    probability,
    deadline:
      deadline === null
        ? null
        : {
            date: deadline.deadlineOn,
            start: deadline.windowStartOn,
            precision: deadline.precision,
            basis: deadline.basis,
            phrase: deadline.phrase,
          },
  };
}
