import { Injectable } from '@nestjs/common';
import type { DeadlineMonth, Workload as WorkloadWire } from '#contracts/http';
import {
  type Actor,
  addDays,
  addMonths,
  calendarDateIn,
  type CalendarDate,
  countByWeek,
  mondayOf,
  OVERDUE_BANDS,
  overdueBand,
  PACE_WEEKS,
  projectBacklog,
  usualPace,
} from '#core/domain';
import { Clock, realNow } from '#platform/clock';
import {
  Database,
  getInstallation,
  listDeadlineDays,
  readWorkload,
  type Workload,
  type WorkloadPerson,
} from '#platform/db';
import type { z } from 'zod';

type Wire = z.input<typeof WorkloadWire>;

const WEEK_DAYS = 7;
/** Weeks shown, the present one last. */
const WEEKS_BACK = 12;
/** This week and those of the coming month. */
const WEEKS_AHEAD = 5;
const ITEMS_A_DAY = 5;

/** The work of the project as a whole: for who hands it out, and the calendar for everybody. */
@Injectable()
export class WorkloadService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async getWorkload(): Promise<Wire> {
    const tx = this.database.direct;
    const { zone, settings } = await getInstallation(tx);
    const now = this.clock.now();
    const today = calendarDateIn(now, zone);
    const thisWeek = mondayOf(today);
    const from = addDays(thisWeek, -WEEK_DAYS * (WEEKS_BACK - 1));
    const until = addDays(thisWeek, WEEK_DAYS * WEEKS_AHEAD - 1);
    const { reviewersNeeded } = settings;
    const work = await readWorkload(
      { now, realNow: realNow(), zone, today, from, until, reviewersNeeded },
      tx,
    );
    return toWire(work, { today, thisWeek, from });
  }

  /** Days of the month with deadlines; of this one where none is named. */
  async getMonth(actor: Actor, month: string | undefined): Promise<z.input<typeof DeadlineMonth>> {
    const tx = this.database.direct;
    const { zone } = await getInstallation(tx);
    const from = `${month ?? calendarDateIn(this.clock.now(), zone).slice(0, 7)}-01`;
    const span = { from, to: addDays(addMonths(from, 1), -1), most: ITEMS_A_DAY };
    const days = await listDeadlineDays(span, actor.userId, tx);
    return { from, days: days.map((day) => ({ ...day, items: [...day.items] })) };
  }
}

interface Frame {
  readonly today: CalendarDate;
  readonly thisWeek: CalendarDate;
  /** Monday of the first week shown. */
  readonly from: CalendarDate;
}

function toWire(work: Workload, frame: Frame): Wire {
  const { thisWeek, from } = frame;
  const answers = countByWeek(work.answered, from, WEEKS_BACK);
  const verdicts = countByWeek(work.decided, from, WEEKS_BACK);
  const pace = usualPace(wholeWeeks(answers));
  const due = countByWeek(work.ahead, thisWeek, WEEKS_AHEAD);
  const wanted = countByWeek(
    work.ahead.map(({ on, answers: n }) => ({ on, n })),
    thisWeek,
    WEEKS_AHEAD,
  );
  const backlog = pace === null ? null : projectBacklog(work.answersWanted, wanted, pace);
  const { answersWanted, disputed, reopened, split } = work;
  return {
    overdue: toBands(work.overdue),
    answersWanted,
    disputed,
    reopened,
    split,
    people: work.people.map((person) => toPerson(person, work.answered, frame)),
    weeks: answers.map((n, k) => ({
      from: addDays(from, WEEK_DAYS * k),
      answers: n,
      verdicts: verdicts[k] ?? 0,
    })),
    pace,
    ahead: due.map((n, k) => ({
      from: addDays(thisWeek, WEEK_DAYS * k),
      due: n,
      answers: wanted[k] ?? 0,
      backlog: backlog === null ? null : Math.ceil(backlog[k] ?? 0),
    })),
  };
}

/** The last weeks that are over. */
const wholeWeeks = (weeks: readonly number[]): number[] => weeks.slice(-PACE_WEEKS - 1, -1);

function toBands(overdue: Workload['overdue']): Wire['overdue'] {
  const counts = OVERDUE_BANDS.map(() => 0);
  for (const { days, n } of overdue) {
    const band = overdueBand(days);
    counts[band] = (counts[band] ?? 0) + n;
  }
  return OVERDUE_BANDS.map(({ from, to }, k) => ({ from, to, n: counts[k] ?? 0 }));
}

function toPerson(
  person: WorkloadPerson,
  answered: Workload['answered'],
  { today, from }: Frame,
): Wire['people'][number] {
  const own = answered.filter(({ userId }) => userId === person.id);
  const weekAgo = addDays(today, -WEEK_DAYS);
  return {
    ...person,
    lastWeek: own.reduce((sum, { on, n }) => (on > weekAgo ? sum + n : sum), 0),
    usual: usualPace(wholeWeeks(countByWeek(own, from, WEEKS_BACK))),
  };
}
