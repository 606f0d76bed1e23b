// Checks the sample corpus: plain node, no dependencies. Exit 0 when clean, 1 with one line per fault.
//   node prisma/seed/corpus/check-corpus.mjs
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const DEMO_TODAY = '2022-03-15';
const LAST_FINAL_REVIEW = '2022-02-28';
const faults = [];
const fault = (where, what) => faults.push(`${where}: ${what}`);
const need = (ok, where, what) => {
  if (!ok) fault(where, what);
};

const SETS = {
  decision: ['accept', 'reject'],
  rejectReason: ['NOT_A_PREDICTION', 'TOO_VAGUE', 'NOT_PUBLIC_INTEREST', 'DUPLICATE'],
  claimantKind: ['public_person', 'organisation', 'collective', 'anonymous', 'private_person'],
  role: ['author', 'speaker', 'outlet'],
  basis: ['number', 'words', 'unhedged', 'possibility', 'rank', 'not_stated'],
  kind: ['change', 'persistence', 'state', 'quantity'],
  window: ['by', 'on', 'during', 'at', 'throughout'],
  precision: ['day', 'month', 'quarter', 'half', 'year', 'decade'],
  deadlineBasis: ['explicit', 'inferred', 'vague', 'event', 'policy', 'none'],
  statusQuo: ['yes', 'no'],
  verdict: ['OCCURRED', 'NOT_OCCURRED', 'AMBIGUOUS', 'VOID'],
  stage: ['final', 'provisional', 'one_review', 'split', 'due', 'open'],
  stance: ['supports', 'contradicts', 'background'],
  voidReason: ['PREMISE_FALSE', 'SOURCE_GONE', 'DUPLICATE', 'NOT_A_PREDICTION', 'UNVERIFIABLE'],
};
const ICD = ['0.01-0.05', '0.05-0.2', '0.2-0.45', '0.45-0.55', '0.55-0.8', '0.8-0.95', '0.95-0.99'];
const SCORED = ['number', 'words', 'unhedged'];
const NEGATION = /\b(not|no|never|none|neither|nor|without|nobody|nothing|cannot|fails? to|no longer)\b|n't\b/iu;
/** Fields of the proposition: the same in every line that names the slug. */
const PROPOSITION_FIELDS = [
  'statement', 'kind', 'window', 'windowStartOn', 'deadlineOn', 'precision', 'deadlineBasis', 'criteria',
  'sourceOfTruth', 'statusQuo', 'topics', 'family',
];
const ACCEPT_KEYS = [
  'file', 'quote', 'decision', 'rejectReason', 'proposition', 'claimant', 'claimantKind', 'role', 'probability',
  'condition', ...PROPOSITION_FIELDS,
];

function isDate(text) {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
const inSet = (name, value, where) => need(SETS[name].includes(value), where, `${name} is ${String(value)}`);
const isLink = (url) => typeof url === 'string' && /^https:\/\/[^\s/]+\.[^\s/]+\/\S*$/u.test(url);

function readLines(name) {
  return readFileSync(join(here, name), 'utf8')
    .split('\n')
    .map((line, index) => ({ line, at: `${name}:${index + 1}` }))
    .filter(({ line }) => line !== '')
    .flatMap(({ line, at }) => {
      try {
        return [{ at, ...JSON.parse(line) }];
      } catch {
        fault(at, 'is not JSON');
        return [];
      }
    });
}

function parseCsv(text) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === ',' || c === '\n')) {
      rows.at(-1).push(cell);
      cell = '';
      if (c === '\n') rows.push([]);
    } else cell += c;
  }
  if (quoted) fault('events.csv', 'a quoted cell is never closed');
  return rows.filter((row) => row.length > 0);
}

// ---- texts -------------------------------------------------------------
const texts = new Map();
for (const file of readdirSync(join(here, 'texts')).filter((f) => f.endsWith('.txt')).sort()) {
  const raw = readFileSync(join(here, 'texts', file), 'utf8');
  const [head, ...rest] = raw.split('\n\n');
  const lines = head.split('\n');
  const names = ['Title', 'Author', 'Outlet', 'Date', 'Address'];
  const values = names.map((name, i) => {
    const ok = lines[i]?.startsWith(`${name}: `) === true;
    need(ok, file, `line ${i + 1} is not "${name}: …"`);
    return ok ? lines[i].slice(name.length + 2) : '';
  });
  need(lines.length === 5, file, 'the header has more than five lines');
  const body = rest.join('\n\n');
  const count = body.split(/\s+/u).filter((w) => w !== '').length;
  need(count >= 350 && count <= 700, file, `${count} words, wanted 350 to 700`);
  need(isDate(values[3]), file, 'Date is not a date');
  need(values[3] >= '2021-11-01' && values[3] < DEMO_TODAY, file, 'Date is outside November 2021 to mid March 2022');
  need(/^https:\/\/example\.org\//u.test(values[4]), file, 'Address is not under example.org');
  need(raw === raw.normalize('NFC') && !raw.includes('\r') && !raw.startsWith('\uFEFF'), file, 'not NFC with LF');
  texts.set(file, { raw, body, title: values[0], author: values[1], outlet: values[2], date: values[3], words: count });
}

const shingles = (text) => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(' ')));
};
const copies = new Set();
const all = [...texts.entries()];
all.forEach(([fileA, a], i) => {
  for (const [fileB, b] of all.slice(i + 1)) {
    const [x, y] = [shingles(a.body), shingles(b.body)];
    const shared = [...x].filter((s) => y.has(s)).length;
    if (shared / (x.size + y.size - shared) > 0.8) {
      need(a.outlet !== b.outlet, fileB, `is a copy of ${fileA} in the same outlet`);
      copies.add(fileB);
    }
  }
});

// ---- story -------------------------------------------------------------
const story = readLines('story.jsonl');
const propositions = new Map();
for (const line of story) {
  const { at } = line;
  const text = texts.get(line.file);
  if (text === undefined) {
    fault(at, `no such text: ${String(line.file)}`);
    continue;
  }
  need(!copies.has(line.file), at, 'belongs to a syndicated copy');
  const times = line.quote ? text.raw.split(line.quote).length - 1 : 0;
  need(times === 1, at, `the quote occurs ${times} times in ${line.file}: ${String(line.quote)}`);
  need(text.body.includes(line.quote), at, 'the quote is not in the body');
  inSet('decision', line.decision, at);
  if (line.decision === 'reject') {
    inSet('rejectReason', line.rejectReason, at);
    need(line.proposition === null && line.probability === null, at, 'a rejected line carries a proposition');
    continue;
  }
  for (const key of ACCEPT_KEYS) need(key in line, at, `${key} is missing`);
  need(line.rejectReason === null, at, 'accepted with a reject reason');
  for (const set of ['claimantKind', 'role', 'kind', 'window', 'deadlineBasis', 'statusQuo']) inSet(set, line[set], at);
  need(/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(line.proposition), at, 'proposition is not a slug');
  need(/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(line.family), at, 'family is not a slug');
  need(!NEGATION.test(line.statement), at, `the statement is negated: ${line.statement}`);
  need(line.statement.endsWith('.'), at, 'the statement is no sentence');
  for (const key of ['claimant', 'criteria', 'sourceOfTruth']) need(line[key]?.length > 2, at, `${key} is empty`);
  need(Array.isArray(line.topics) && line.topics.length > 0, at, 'no topics');
  if (line.role === 'author') need(line.claimant === text.author, at, 'the author of the claim is not the author of the text');
  if (line.role === 'outlet') need(line.claimant === text.outlet, at, 'the outlet of the claim is not the outlet of the text');
  checkDeadline(line, text);
  checkProbability(line);
  if (line.condition !== null) {
    need(line.quote.includes(line.condition), at, 'the condition is not in the quote');
    need(typeof line.conditionProposition === 'string', at, 'a condition without conditionProposition');
  }
  const first = propositions.get(line.proposition);
  if (first === undefined) propositions.set(line.proposition, { ...line, lines: [line] });
  else {
    first.lines.push(line);
    for (const key of PROPOSITION_FIELDS)
      need(JSON.stringify(first[key]) === JSON.stringify(line[key]), at, `${key} differs from ${first.at}`);
  }
}

function checkDeadline(line, text) {
  const { at, windowStartOn: start, deadlineOn: end } = line;
  if (end === null) {
    need(['none', 'event'].includes(line.deadlineBasis) && line.precision === null, at, 'no deadline, but a basis or precision');
    return;
  }
  inSet('precision', line.precision, at);
  need(isDate(end), at, 'deadlineOn is not a date');
  need(start === null || isDate(start), at, 'windowStartOn is not a date');
  need(start === null || start <= end, at, 'the window ends before it starts');
  need(['by'].includes(line.window) || start !== null, at, `window ${line.window} without a start`);
  need(!['on', 'at'].includes(line.window) || start === end, at, `window ${line.window} is longer than a day`);
  need(line.kind !== 'persistence' || line.window === 'throughout', at, 'a persistence that is not "throughout"');
  if (line.retrospective === true) need(end < text.date, at, 'marked retrospective, but the deadline was still to come');
  else need(end >= text.date, at, `the deadline ${end} lies before the text of ${text.date}`);
}

function checkProbability(line) {
  const { at, probability: p } = line;
  if (p === null || typeof p !== 'object') return fault(at, 'no probability object');
  inSet('basis', p.basis, at);
  need(typeof p.phrase === 'string', at, 'phrase is missing');
  need(p.phrase === '' || line.quote.toLowerCase().includes(p.phrase.toLowerCase()), at, `"${p.phrase}" is not in the quote`);
  const values = [p.low, p.point, p.high];
  if (['rank', 'not_stated'].includes(p.basis))
    return need(values.every((v) => v === null), at, `${p.basis} with numbers`);
  need(values.every((v) => typeof v === 'number' && v >= 0 && v <= 1), at, 'a probability outside 0 to 1');
  need(p.low <= p.point && p.point <= p.high, at, 'low, point and high out of order');
  if (p.basis === 'number') need(p.low === p.point && p.point === p.high, at, 'a number with a band');
  if (p.basis === 'words') {
    need(ICD.includes(`${p.low}-${p.high}`), at, `no ICD 203 band: ${p.low} to ${p.high}`);
    need(Math.abs(p.point - (p.low + p.high) / 2) < 1e-9, at, 'the point is not the middle of the band');
  }
  if (p.basis === 'unhedged')
    need(['0.8/0.9/0.99', '0.01/0.1/0.2'].includes(values.join('/')), at, `unhedged with ${values.join('/')}`);
  if (p.basis === 'possibility') need(p.low === 0.2 && p.high === 0.55, at, 'possibility is 0.20 to 0.55');
}

// ---- verdicts ----------------------------------------------------------
const verdicts = new Map();
for (const line of readLines('verdicts.jsonl')) {
  const { at } = line;
  const p = propositions.get(line.proposition);
  need(!verdicts.has(line.proposition), at, `a second verdict for ${line.proposition}`);
  verdicts.set(line.proposition, line);
  if (p === undefined) {
    fault(at, `no line of the story names ${line.proposition}`);
    continue;
  }
  inSet('stage', line.stage, at);
  for (const e of line.evidence) {
    need(isLink(e.url), at, `no link: ${e.url}`);
    inSet('stance', e.stance, at);
    need(isDate(e.publishedOn) && (line.reviewedOn === null || e.publishedOn <= line.reviewedOn), at, 'evidence later than the review');
    need(e.title !== '' && e.note !== '', at, 'evidence without title or note');
  }
  const settled = ['final', 'provisional'].includes(line.stage);
  need(settled === (line.verdict !== null), at, `stage ${line.stage} with verdict ${String(line.verdict)}`);
  need((line.verdict === 'VOID') === (line.voidReason !== null), at, 'voidReason goes with VOID and only with it');
  if (line.voidReason !== null) inSet('voidReason', line.voidReason, at);
  need(line.verdict === 'OCCURRED' || line.occurredOn === null, at, 'occurredOn without OCCURRED');
  checkStage(line, p);
  if (settled) {
    inSet('verdict', line.verdict, at);
    checkOutcome(line, p, at);
  }
}
for (const slug of propositions.keys()) need(verdicts.has(slug), 'verdicts.jsonl', `no line for ${slug}`);

function checkStage(line, p) {
  const { at, stage, reviewedOn } = line;
  const due = p.deadlineOn !== null && p.deadlineOn < DEMO_TODAY;
  const reviewed = ['final', 'provisional', 'one_review', 'split'].includes(stage);
  need(reviewed ? isDate(reviewedOn) && reviewedOn < DEMO_TODAY : reviewedOn === null, at, `stage ${stage} reviewed on ${String(reviewedOn)}`);
  if (stage === 'final') need(reviewedOn <= LAST_FINAL_REVIEW, at, 'final, but reviewed less than 14 days ago');
  if (stage === 'provisional') need(reviewedOn > LAST_FINAL_REVIEW, at, 'provisional, but the window has passed');
  if (stage === 'due') need(due, at, 'due, but the deadline is still to come');
  if (stage === 'open') need(!due, at, 'open, but the deadline has passed');
  const wanted = { one_review: 1, split: 2 }[stage] ?? 0;
  need((line.reviews ?? []).length === wanted, at, `stage ${stage} with ${(line.reviews ?? []).length} single reviews`);
  for (const r of line.reviews ?? [])
    checkOutcome({ verdict: r.answer, occurredOn: r.occurredOn, reviewedOn: r.reviewedOn, evidence: line.evidence, searchNote: r.searchNote }, p, at);
  if (stage === 'split') need(line.reviews?.[0]?.answer !== line.reviews?.[1]?.answer, at, 'split, but the reviews agree');
}

function checkOutcome(v, p, at) {
  if (v.verdict === 'OCCURRED') {
    need(v.evidence.some((e) => e.stance === 'supports') || v.evidence.length > 0, at, 'OCCURRED without evidence');
    if (p.kind === 'persistence') {
      need(v.occurredOn === null, at, 'a persistence has no day');
      need(v.reviewedOn > p.deadlineOn, at, 'a persistence settled before its end');
      return;
    }
    need(isDate(v.occurredOn), at, 'OCCURRED without a day');
    need(p.windowStartOn === null || v.occurredOn >= p.windowStartOn, at, 'before the window');
    need(p.deadlineOn === null || v.occurredOn <= p.deadlineOn, at, 'after the deadline');
    need(v.occurredOn <= v.reviewedOn, at, 'reviewed before it happened');
    for (const line of p.lines) {
      const said = texts.get(line.file).date;
      need(line.retrospective === true || said < v.occurredOn, line.at, `said on ${said}, after it happened on ${v.occurredOn}`);
    }
  }
  if (v.verdict === 'NOT_OCCURRED') {
    need(v.searchNote.length > 40, at, 'NOT_OCCURRED without a search note');
    need(p.deadlineOn !== null && v.reviewedOn > p.deadlineOn, at, 'NOT_OCCURRED before the deadline');
  }
}
for (const line of story)
  if (line.conditionProposition) need(propositions.has(line.conditionProposition), line.at, `unknown condition ${line.conditionProposition}`);

// ---- events ------------------------------------------------------------
const [header, ...events] = parseCsv(readFileSync(join(here, 'events.csv'), 'utf8'));
need(header?.join(',') === 'title,summary,url,publishedAt,occurredOn,feed', 'events.csv', 'wrong header');
events.forEach((row, i) => {
  const at = `events.csv:${i + 2}`;
  const [title, summary, url, publishedAt, occurredOn, feed] = row;
  need(row.length === 6, at, `${row.length} cells`);
  need(title !== '' && summary !== '' && feed !== '', at, 'an empty cell');
  need(isLink(url), at, `no link: ${url}`);
  need(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u.test(publishedAt) && isDate(publishedAt.slice(0, 10)), at, 'publishedAt');
  need(isDate(occurredOn) && occurredOn >= '2021-11-01' && occurredOn <= '2022-03-14', at, 'occurredOn');
  need(publishedAt.slice(0, 10) >= occurredOn, at, 'published before it happened');
});

// ---- counts ------------------------------------------------------------
const accepted = story.filter((l) => l.decision === 'accept');
const authors = new Set([...texts.values()].map((t) => t.author));
const outlets = new Set([...texts.values()].map((t) => t.outlet));
const families = new Set(accepted.map((l) => l.family));
const shared = [...propositions.values()].filter((p) => new Set(p.lines.map((l) => l.claimant)).size > 1);
const stages = {};
for (const v of verdicts.values()) stages[v.stage] = (stages[v.stage] ?? 0) + 1;
const outcomes = {};
for (const v of verdicts.values()) if (v.verdict) outcomes[v.verdict] = (outcomes[v.verdict] ?? 0) + 1;
const want = (ok, what) => need(ok, 'counts', what);
want(texts.size === 12, `${texts.size} texts, wanted 12`);
want(copies.size === 1, `${copies.size} copies, wanted 1`);
want(authors.size === 7, `${authors.size} commentators`);
want(outlets.size === 4, `${outlets.size} outlets, wanted 4`);
want(accepted.length >= 60, `${accepted.length} accepted lines`);
want(families.size >= 14, `${families.size} families`);
want(shared.length >= 15, `${shared.length} propositions with several claimants`);
want((stages.due ?? 0) >= 7, `${stages.due} due`);
want(stages.one_review === 2, `${stages.one_review} with one review`);
want(stages.split === 1, `${stages.split} split`);
want((stages.open ?? 0) >= 8, `${stages.open} open`);
want(outcomes.AMBIGUOUS === 1 && outcomes.VOID === 1, 'wanted one AMBIGUOUS and one VOID');
want(events.length >= 30, `${events.length} events`);

/** Who could be ranked: live, scored, unconditional or condition met, scheduled deadline past, final yes or no. */
const people = new Map();
for (const line of accepted) {
  const v = verdicts.get(line.proposition);
  if (line.retrospective || !SCORED.includes(line.probability.basis) || v?.stage !== 'final') continue;
  if (!['OCCURRED', 'NOT_OCCURRED'].includes(v.verdict) || line.deadlineOn === null || line.deadlineOn >= DEMO_TODAY) continue;
  if (line.deadlineBasis === 'policy' || line.kind === 'quantity') continue;
  if (line.conditionProposition && verdicts.get(line.conditionProposition)?.verdict !== 'OCCURRED') continue;
  const one = people.get(line.claimant) ?? { kind: line.claimantKind, series: new Map(), families: new Set(), texts: new Set() };
  const o = v.verdict === 'OCCURRED' ? 1 : 0;
  if (!one.series.has(line.proposition)) one.series.set(line.proposition, (line.probability.point - o) ** 2);
  one.families.add(line.family);
  one.texts.add(line.file);
  people.set(line.claimant, one);
}
const mean = (xs) => xs.reduce((a, b) => a + b, 0) / xs.length;
const table = [...people]
  .map(([name, x]) => ({ name, series: x.series.size, families: x.families.size, texts: x.texts.size, firstBrier: mean([...x.series.values()]) }))
  .sort((a, b) => b.families - a.families);
const ranked = table.filter((x) => x.families >= 10 && x.texts >= 3);
want(ranked.length === 2, `${ranked.length} claimants reach the minimum of 10 families and 3 texts, wanted 2`);
if (ranked.length === 2) {
  const briers = ranked.map((x) => x.firstBrier).sort((a, b) => a - b);
  want(briers[0] < 0.15 && briers[1] > 0.3, 'wanted one good and one poor forecaster');
}

for (const line of faults) console.error(line);
console.log(
  `${texts.size} texts (${copies.size} copy), ${authors.size} commentators, ${outlets.size} outlets; ${story.length} lines ` +
    `(${accepted.length} accepted), ${propositions.size} propositions (${shared.length} with several claimants), ` +
    `${families.size} families; ${events.length} events`,
);
console.log(`stages ${JSON.stringify(stages)}; outcomes ${JSON.stringify(outcomes)}`);
for (const x of table)
  console.log(`${x.name}: ${x.series} scored, ${x.families} families, ${x.texts} texts, Brier of first claims ${x.firstBrier.toFixed(3)}`);
console.log(faults.length === 0 ? 'clean' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
