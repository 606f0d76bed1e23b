import { z } from 'zod';
import { SecondCodings } from './coding.endpoints.js';
import type { Endpoint } from './define-endpoint.js';
import { DateOn, Id, Instant, Nothing, RoleName, words, YardstickName, Zone } from './words.schema.js';

export const Person = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    roles: z.array(RoleName),
    deactivatedAt: Instant.nullable(),
  })
  .meta({ id: 'Person' });

export const NoticeSettings = z
  .object({
    zone: Zone,
    digestWeekday: z.int().min(1).max(7).describe('ISO weekday: 1 Monday to 7 Sunday'),
    digestHour: z.int().min(0).max(23),
    digestEnabled: z.boolean(),
    promptsEnabled: z.boolean(),
  })
  .meta({ id: 'NoticeSettings' });

export const InstallationSettings = z
  .object({
    projectName: words(120),
    zone: Zone.describe('in which deadlines fall due unless they say otherwise'),
    reviewersNeeded: z.int().min(1).max(5).describe('of rounds opened from now on'),
    disputeWindowDays: z.int().min(0).max(90).describe('of verdicts made from now on'),
    yardstick: YardstickName.describe('by which words of likelihood are read in texts taken in from now on'),
    hideClaimants: z
      .boolean()
      .default(false)
      .describe('reviewers see who said it, where and how likely only after their answer'),
    candidateConflict: z.boolean().default(false).describe('who accepted a claim does not review it'),
    retestPercent: z
      .int()
      .min(0)
      .max(20)
      .default(0)
      .describe('of answers so many in a hundred are asked for again, unmarked; 0 is none'),
    secondCoding: SecondCodings.default('off').describe(
      'whose claims, accepted from now on, open only when a second person has coded them',
    ),
  })
  .meta({ id: 'InstallationSettings' });

export const Me = z
  .object({
    user: Person.extend({ settings: NoticeSettings }).nullable(),
    installation: z.object({
      projectName: z.string(),
      mode: z.enum(['real', 'demo', 'test']),
      zone: Zone,
      now: Instant.describe('business time'),
      today: DateOn.describe('business date in the installation zone'),
      reviewersNeeded: z.int(),
      disputeWindowDays: z.int(),
      yardstick: YardstickName,
      hideClaimants: z.boolean(),
      candidateConflict: z.boolean(),
      retestPercent: z.int(),
      secondCoding: SecondCodings,
    }),
    counts: z.object({ inbox: z.int(), triage: z.int(), coding: z.int() }),
  })
  .meta({ id: 'Me' });

export const Password = z
  .string()
  .min(12, { error: 'must have at least 12 characters' })
  .max(128, { error: 'must have at most 128 characters' });

export const accountsEndpoints = {
  getMe: {
    method: 'GET',
    path: '/me',
    summary: 'Who is signed in, the installation, and the counts on the badges',
    access: 'public',
    response: Me,
  },
  updateNoticeSettings: {
    method: 'PUT',
    path: '/me/notice-settings',
    summary: 'When the digest comes, and which mails come at all',
    access: 'signed-in',
    body: NoticeSettings,
    response: NoticeSettings,
  },
  updateInstallation: {
    method: 'PUT',
    path: '/installation',
    summary: 'Name and rules of the project; they hold for what begins from now on',
    access: ['admin'],
    body: InstallationSettings,
    response: InstallationSettings,
  },
  getOneTimeLink: {
    method: 'GET',
    path: '/links/:token',
    summary: 'What a one-time link is for, before it is used',
    access: 'public',
    params: z.object({ token: z.string().min(20).max(200) }),
    response: z.object({
      purpose: z.enum(['setup', 'invite', 'sign_in']),
      email: z.string().nullable(),
      roles: z.array(RoleName),
      expiresAt: Instant,
    }),
  },
  acceptInvitation: {
    method: 'POST',
    path: '/links/:token/accept',
    summary: 'Make the account a setup or invitation link stands for',
    access: 'public',
    params: z.object({ token: z.string().min(20).max(200) }),
    body: z.object({ name: words(120), email: z.email(), password: Password }),
    response: z.object({ userId: Id, email: z.string() }),
    status: 201,
  },
  listPeople: {
    method: 'GET',
    path: '/people',
    summary: 'Everybody with an account, and open invitations',
    access: ['admin'],
    response: z.object({
      people: z.array(Person),
      invitations: z.array(
        z.object({ id: Id, email: z.string(), roles: z.array(RoleName), expiresAt: Instant }),
      ),
    }),
  },
  invitePerson: {
    method: 'POST',
    path: '/people/invitations',
    summary: 'Invite somebody by e-mail; the link is shown once and mailed',
    access: ['admin'],
    body: z.object({
      email: z.email(),
      roles: z.array(RoleName).min(1, { error: 'give at least one role' }),
    }),
    response: z.object({ link: z.string(), expiresAt: Instant }),
    status: 201,
  },
  setRoles: {
    method: 'PUT',
    path: '/people/:id/roles',
    summary: 'Replace the roles of a person; the last administrator cannot be taken away',
    access: ['admin'],
    params: z.object({ id: Id }),
    body: z.object({ roles: z.array(RoleName) }),
    response: Person,
  },
  listDemoPeople: {
    method: 'GET',
    path: '/demo/people',
    summary: 'The sample users of the demo',
    access: 'demo',
    response: z.object({ people: z.array(z.object({ id: Id, name: z.string(), roles: z.array(RoleName) })) }),
  },
  switchDemoPerson: {
    method: 'POST',
    path: '/demo/session',
    summary: 'Go on as another sample user',
    access: 'demo',
    body: z.object({ userId: Id }),
    response: Nothing,
  },
  leaveDemo: {
    method: 'POST',
    path: '/demo/leave',
    summary: 'Close the demo and open the empty real installation',
    access: 'demo',
    response: z.object({ message: z.string() }),
    status: 202,
  },
  setClock: {
    method: 'PUT',
    path: '/clock',
    summary: 'Set the business clock (demo and test databases only)',
    access: ['admin'],
    body: z.object({ now: Instant }),
    response: z.object({ now: Instant }),
  },
} as const satisfies Record<string, Endpoint>;
