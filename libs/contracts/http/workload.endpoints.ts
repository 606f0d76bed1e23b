import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { DateOn, Id } from './words.schema.js';

export const Workload = z
  .object({
    overdue: z
      .array(z.object({ from: z.int(), to: z.int().nullable(), n: z.int() }))
      .describe('open propositions past their deadline, by days overdue, both ends included'),
    answersWanted: z.int().describe('in all; rounds under way count whole'),
    disputed: z.int(),
    reopened: z.int(),
    split: z.int(),
    people: z.array(
      z.object({
        id: Id,
        name: z.string(),
        assigned: z.int(),
        working: z.int().describe('reviews that are open in front of them now'),
        lastWeek: z.int().describe('answers in the last seven days, in decided rounds'),
        usual: z.number().nullable().describe('median of the last eight whole weeks'),
      }),
    ),
    weeks: z
      .array(z.object({ from: DateOn, answers: z.int(), verdicts: z.int() }))
      .describe('the last twelve weeks, Monday to Sunday, the present one last'),
    pace: z.number().nullable().describe('answers a week: the median of the last eight whole weeks'),
    ahead: z
      .array(
        z.object({
          from: DateOn,
          due: z.int().describe('propositions that fall due in the week'),
          answers: z.int().describe('answers they will want'),
          backlog: z.int().nullable().describe('answers still wanted at the end of the week at this pace'),
        }),
      )
      .describe('this week and the next four'),
  })
  .meta({ id: 'Workload' });

export const DeadlineMonth = z
  .object({
    from: DateOn.describe('first day of the month'),
    days: z.array(
      z.object({
        on: DateOn,
        n: z.int(),
        items: z
          .array(
            z.object({ id: Id, statement: z.string(), status: z.enum(['open', 'provisional', 'final']) }),
          )
          .describe('the first few, open ones first'),
      }),
    ),
  })
  .meta({ id: 'DeadlineMonth' });

export const workloadEndpoints = {
  getWorkload: {
    method: 'GET',
    path: '/workload',
    summary: 'What waits for reviewers, who is on it, how fast it goes, and what comes',
    access: ['lead', 'admin'],
    response: Workload,
  },
  getDeadlineMonth: {
    method: 'GET',
    path: '/calendar',
    summary: 'The days of a month on which propositions fall due',
    access: ['curator', 'lead', 'reviewer', 'reader'],
    query: z.object({
      month: z
        .string()
        .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: 'must be a month such as 2022-03' })
        .optional()
        .describe('default: this month'),
    }),
    response: DeadlineMonth,
  },
} as const satisfies Record<string, Endpoint>;
