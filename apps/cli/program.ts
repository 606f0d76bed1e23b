import fs from 'node:fs';
import { DEFAULT_YARDSTICK, type Yardstick, YARDSTICKS } from '#core/domain';
import { packageRoot } from '#platform/db';
import { Command, Option } from 'commander';
import type { MatchCommandOptions } from './commands/match.command.js';
import type { ScoreCommandOptions } from './commands/score.command.js';

/** Exit code for a call that was put wrongly, as against 1 for input that is bad. */
const BAD_USAGE = 2;

/** The `outturn` command. What a command needs is loaded when it is called: offline ones touch no framework. */
export function buildProgram(): Command {
  const program = new Command('outturn')
    .description('Keeps score of public predictions.')
    .version(readVersion())
    .exitOverride((error) => {
      const isHelp = error.exitCode === 0;
      process.exit(isHelp ? 0 : BAD_USAGE);
    })
    .showHelpAfterError('(outturn --help lists the commands)');
  addServiceCommands(program);
  addDataCommands(program);
  addOfflineCommands(program);
  addMatchCommand(program);
  addPhraseCommands(program);
  return program;
}

function addServiceCommands(program: Command): void {
  program
    .command('start')
    .description('run everything on this machine: database, api and worker')
    .option('--demo', 'open the demo, whatever else there is')
    .option('--no-demo', 'open the real installation, also while it is empty')
    .action(async (options: { demo?: boolean }) => {
      const { start } = await import('./start/start.js');
      await start({
        demo:
          process.argv.includes('--demo') || process.argv.includes('--no-demo') ? options.demo : undefined,
      });
    });
  program
    .command('migrate')
    .description('bring the database to the schema of this version, and set it up if it is new')
    .action(async () => (await import('./commands/migrate.command.js')).migrateCommand());
  program
    .command('ingest')
    .description('take files (txt, md, html, pdf, docx) and web addresses in: snapshot, metadata, candidates')
    .argument(
      '<file...>',
      "files or addresses; a text's first lines may say Title: Author: Outlet: Date: Address:",
    )
    .option('--published <date>', 'publication date, YYYY-MM-DD')
    .option('--author <name>', 'author; several are separated by commas')
    .option('--outlet <name>', 'publisher')
    .option('--title <title>', 'title')
    .option('--address <url>', 'where it was published')
    .action(async (files: string[], options: Record<string, string>) =>
      (await import('./commands/ingest.command.js')).ingestCommand(files, options),
    );
}

function addClaimImports(importing: Command): void {
  importing
    .command('forecasts')
    .description(
      'forecasts from CSV, with the columns of score and claimedOn: claims, and outcomes as verdicts; all rows or none',
    )
    .argument('<file>')
    .option('--kind <kind>', 'what the claimants are: public_person, organisation, …', 'public_person')
    .action(async (file: string, options: { kind: string }) =>
      (await import('./commands/import-forecasts.command.js')).importForecastsCommand(file, options),
    );
  importing
    .command('claims')
    .description(
      'claims from our own table (as forecasts), from Fatebook’s CSV or from PredictionBook’s JSON; all rows or none',
    )
    .argument('<file>')
    .option('--kind <kind>', 'what the claimants are: public_person, organisation, …', 'public_person')
    .action(async (file: string, options: { kind: string }) =>
      (await import('./commands/import-forecasts.command.js')).importClaimsCommand(file, options),
    );
}

function addDataCommands(program: Command): void {
  const importing = program.command('import').description('take in a table');
  addClaimImports(importing);
  importing
    .command('events')
    .description('events from CSV: title,summary,url,publishedAt,occurredOn,feed; all rows or none')
    .argument('<file>')
    .action(async (file: string) =>
      (await import('./commands/import-events.command.js')).importEventsCommand(file),
    );
  addExports(program);
  addFeedCommands(program);
  program
    .command('user')
    .description('people')
    .command('invite')
    .description('print a link by which somebody makes their account')
    .argument('<email>')
    .requiredOption('--roles <list>', 'comma-separated: admin, lead, curator, reviewer, reader')
    .action(async (email: string, options: { roles: string }) =>
      (await import('./commands/invite.command.js')).inviteCommand(email, options.roles),
    );
  program
    .command('digest')
    .description('the weekly mail')
    .command('preview')
    .description('print the digest of one person as it would be now')
    .argument('<email>')
    .action(async (email: string) =>
      (await import('./commands/digest.command.js')).digestPreviewCommand(email),
    );
  program
    .command('clock')
    .description('the business clock of demo and test databases')
    .command('set')
    .argument('<instant>', 'a date (YYYY-MM-DD, midnight UTC) or an instant (2022-03-15T09:00:00Z)')
    .action(async (instant: string) =>
      (await import('./commands/clock.command.js')).clockSetCommand(instant),
    );
  program
    .command('verify')
    .description('check the audit chain and that statistics equal a recomputation')
    .action(async () => (await import('./commands/verify.command.js')).verifyCommand());
}

function addExports(program: Command): void {
  program
    .command('export')
    .description('give out what is stored')
    .command('candidates')
    .description(
      'every candidate with its quote, where it came from and what was decided, one JSON line each: to train with',
    )
    .option('--out <folder>', 'write candidates.jsonl there, and the texts beside it')
    .action(async (options: { out?: string }) =>
      (await import('./commands/export.command.js')).exportCandidatesCommand(options),
    );
}

function addFeedCommands(program: Command): void {
  const feed = program.command('feed').description('feeds that events are read from');
  feed
    .command('add')
    .description('add the feed at an address, or the one that the page there names')
    .argument('[url...]')
    .option('--opml <file>', 'all feeds of a list that another reader has written')
    .action(async (urls: string[], options: { opml?: string }) =>
      (await import('./commands/feed.command.js')).feedAddCommand(urls, options),
    );
  feed
    .command('list')
    .description('print the feeds with how each is doing, one JSON line each')
    .option('--opml', 'as OPML, for other readers')
    .action(async (options: { opml?: boolean }) =>
      (await import('./commands/feed.command.js')).feedListCommand(options),
    );
  feed
    .command('poll')
    .description('read feeds now, all or those given by id or address, one JSON line each')
    .argument('[feed...]')
    .action(async (feeds: string[]) => (await import('./commands/feed.command.js')).feedPollCommand(feeds));
}

function addOfflineCommands(program: Command): void {
  program
    .command('extract')
    .description('print the predictions in text files, one JSON line each; no database, no network')
    .argument('<file...>')
    .option('--published <date>', 'publication date, YYYY-MM-DD')
    .option('--author <name>')
    .option('--outlet <name>')
    .option('--format <format>', 'jsonl or table', 'jsonl')
    .option('--all', 'candidates of tier maybe as well')
    .addOption(yardstickOption())
    .action(async (files: string[], options: Record<string, string> & { yardstick: Yardstick }) =>
      (await import('./commands/extract.command.js')).extractCommand(files, options),
    );
  program
    .command('dedupe')
    .description(
      'find syndicated copies among text files, one JSON line for each pair; no database, no network',
    )
    .argument('<file...>')
    .action(async (files: string[]) => (await import('./commands/dedupe.command.js')).dedupeCommand(files));
  program
    .command('score')
    .description(
      'score a table of forecasts: ranks with intervals as JSON or a table; no database, no network',
    )
    .argument('<forecasts.csv>', 'columns claimant,proposition,probability,outcome, and more if there are')
    .option('--by <what>', 'claimant, outlet or topic', 'claimant')
    .option('--reference <name>', 'what skill is measured against: base-rate, half or none', 'base-rate')
    .option('--as-of <date>', 'as it was known on that day, YYYY-MM-DD')
    .option('--min-families <n>', 'a rank needs so many families', '10')
    .option('--format <format>', 'json or table', 'json')
    .action(async (file: string, options: ScoreCommandOptions) =>
      (await import('./commands/score.command.js')).scoreCommand(file, options),
    );
}

function addMatchCommand(program: Command): void {
  program
    .command('match')
    .description(
      'find the propositions that events bear on, best first, one JSON line each; no database, no network',
    )
    .requiredOption('--propositions <file>', 'JSON lines: {"id","statement","deadline"?,"criteria"?}')
    .requiredOption('--events <file>', 'JSON lines: {"id","title","summary"?,"publishedAt"?}')
    .option('--top <k>', 'so many for each event at most')
    .action(async (options: MatchCommandOptions) =>
      (await import('./commands/match.command.js')).matchCommand(options),
    );
}

function addPhraseCommands(program: Command): void {
  program
    .command('deadline')
    .description('read a deadline: prints {"date","start","precision","basis"} or null')
    .argument('<phrase>')
    .requiredOption(
      '--anchor <date>',
      'when it was said: YYYY-MM-DD, or an instant, YYYY-MM-DDTHH:MM with Z or offset',
    )
    .option(
      '--zone <zone>',
      'IANA zone whose calendar day an instant is; default: the day as the instant is written',
    )
    .action(async (phrase: string, options: { anchor: string; zone?: string }) =>
      (await import('./commands/read-phrase.command.js')).deadlineCommand(
        phrase,
        options.anchor,
        options.zone,
      ),
    );
  program
    .command('likelihood')
    .description('read a likelihood: prints {"low","point","high","basis"} or null')
    .argument('<phrase>')
    .addOption(yardstickOption())
    .action(async (phrase: string, options: { yardstick: Yardstick }) =>
      (await import('./commands/read-phrase.command.js')).likelihoodCommand(phrase, options.yardstick),
    );
}

/** A name that is not on the list is a wrong call; the message lists the names. */
function yardstickOption(): Option {
  return new Option('--yardstick <name>', 'official scale that gives words of likelihood their numbers')
    .choices([...YARDSTICKS])
    .default(DEFAULT_YARDSTICK);
}

function readVersion(): string {
  const manifest = JSON.parse(fs.readFileSync(`${packageRoot()}/package.json`, 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
