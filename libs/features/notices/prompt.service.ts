import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ESCALATE_AFTER_DAYS, REMINDER_EVERY_DAYS } from '#core/domain';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import {
  Database,
  getInstallation,
  type InboxRow,
  type LateProposition,
  listInbox,
  listLatePropositions,
  listOpenAssignments,
  noticeRepo,
  type OpenAssignment,
  promptRepo,
  type Subscriber,
  subscriberRepo,
} from '#platform/db';
import { renderPrompt } from '#platform/mail';
import {
  type PlannedPrompt,
  promptOfAssignment,
  promptOfLate,
  promptOfRow,
  seriesOf,
} from './prompt-plan.js';
import { makeUnsubscribeLink, unsubscribeHeaders } from './unsubscribe-link.js';

const DAY_MS = 86_400_000;

/** What is to be asked of whom, as everybody's inbox stands now. */
interface Situation {
  readonly now: Date;
  readonly people: readonly Subscriber[];
  readonly inboxes: ReadonlyMap<string, readonly InboxRow[]>;
  readonly assignments: readonly OpenAssignment[];
  readonly late: readonly LateProposition[];
}

/** Asks people, each by one mail per sweep, for what newly waits for them, and tells leads what has waited too long. */
@Injectable()
export class PromptService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The sweep. One transaction per person: one that fails keeps none of the others from being asked. */
  async promptReviewers(): Promise<void> {
    const situation = await this.look();
    for (const person of situation.people) {
      if (!person.streams.has('prompts')) continue;
      const planned = await this.plan(person, situation);
      if (planned.length > 0) await this.write(person, planned, situation.now);
    }
  }

  private async look(): Promise<Situation> {
    const tx = this.database.direct;
    const now = this.clock.now();
    // Who gets no mail may be late all the same.
    const people = (await subscriberRepo.list(null, tx)).filter(
      ({ roles }) => roles.has('reviewer') || roles.has('lead'),
    );
    const inboxes = new Map<string, readonly InboxRow[]>();
    for (const person of people)
      inboxes.set(person.userId, await listInbox(person, { now, realNow: this.clock.realNow() }, tx));
    const since = new Date(now.getTime() - ESCALATE_AFTER_DAYS * DAY_MS);
    return {
      now,
      people,
      inboxes,
      assignments: await listOpenAssignments(tx),
      late: await listLatePropositions(since, now, tx),
    };
  }

  private async plan(person: Subscriber, situation: Situation): Promise<PlannedPrompt[]> {
    const { baseUrl } = this.config;
    const { now } = situation;
    const inbox = situation.inboxes.get(person.userId) ?? [];
    const firsts = await promptRepo.listFirsts(
      person.userId,
      inbox.map(({ propositionId }) => propositionId),
      this.database.direct,
    );
    const assigned = situation.assignments.filter(({ userId }) => userId === person.userId);
    const times = {
      now,
      baseUrl,
      firsts: new Map(firsts.map((first) => [seriesOf(first), first.createdAt])),
    };
    return [
      ...assigned.map((assignment) => promptOfAssignment(assignment, inbox, baseUrl)),
      ...inbox.map((row) => promptOfRow(person.userId, row, times)),
      ...(person.roles.has('lead') ? situation.late : []).map((proposition) =>
        promptOfLate(person.userId, proposition, namesOfLate(person, proposition, situation), times),
      ),
    ];
  }

  private async write(person: Subscriber, planned: readonly PlannedPrompt[], now: Date): Promise<void> {
    const { baseUrl } = this.config;
    await this.database.withTransaction(async (tx) => {
      const written = await promptRepo.insertNew(
        planned.map(({ prompt }) => prompt),
        now,
        tx,
      );
      if (written.length === 0) return;
      const fresh = new Set(written.map(seriesOf));
      const news = planned.filter(({ prompt }) => fresh.has(seriesOf(prompt)));
      const { projectName } = await getInstallation(tx);
      const link = makeUnsubscribeLink(baseUrl);
      const mail = await renderPrompt({
        projectName,
        settingsUrl: `${baseUrl}/app/settings`,
        unsubscribeUrl: link.url,
        inboxUrl: `${baseUrl}/app/inbox`,
        items: withoutTwins(news),
        late: news.flatMap(({ late }) => late ?? []),
      });
      const ids = written.map(({ id }) => id).sort();
      await subscriberRepo.insertUnsubscribeToken(person.userId, 'prompts', link.tokenHash, now, tx);
      const noticeId = await noticeRepo.insert(
        {
          ...mail,
          kind: 'prompt',
          stream: 'prompts',
          naturalKey: `prompt:${createHash('sha256').update(ids.join(',')).digest('hex')}`,
          userId: person.userId,
          claimantId: null,
          toAddress: person.email,
          headers: unsubscribeHeaders(link.url),
          // Until then a mail server may take it; after that the next step of the ladder says it anew.
          expiresAt: new Date(now.getTime() + REMINDER_EVERY_DAYS * DAY_MS),
        },
        now,
        tx,
      );
      if (noticeId !== null) await promptRepo.attachNotice(ids, noticeId, tx);
    });
  }
}

/** A proposition that was assigned and fell due in one sweep is one line; being asked by name comes first. */
function withoutTwins(planned: readonly PlannedPrompt[]) {
  const items = new Map<string, NonNullable<PlannedPrompt['item']>>();
  for (const { prompt, item } of planned)
    if (item !== null && !items.has(prompt.propositionId)) items.set(prompt.propositionId, item);
  return [...items.values()];
}

/**
 * Who has the proposition in the inbox: of those who were assigned, where somebody was. Null for a lead who has it there
 * too, since whoever may still answer must not learn who has.
 */
function namesOfLate(lead: Subscriber, { propositionId }: LateProposition, situation: Situation) {
  const waiting = situation.people.filter(({ userId }) =>
    situation.inboxes.get(userId)?.some((row) => row.propositionId === propositionId),
  );
  if (waiting.some(({ userId }) => userId === lead.userId)) return null;
  const assigned = new Set(
    situation.assignments.filter((one) => one.propositionId === propositionId).map(({ userId }) => userId),
  );
  const named = assigned.size === 0 ? waiting : waiting.filter(({ userId }) => assigned.has(userId));
  return named.map(({ name }) => name);
}
