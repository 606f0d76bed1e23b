import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { Id, Nothing, words } from './words.schema.js';

const GroupInput = z.object({
  name: words(80),
  description: z.string().trim().max(500).default(''),
  memberIds: z.array(Id).max(500),
});

export const Group = z
  .object({
    id: Id,
    name: z.string(),
    description: z.string(),
    version: z.int(),
    members: z.array(z.object({ id: Id, name: z.string() })),
  })
  .meta({ id: 'Group' });

const byId = { params: z.object({ id: Id }) };
const MAY = ['lead', 'admin'] as const;

export const groupsEndpoints = {
  listGroups: {
    method: 'GET',
    path: '/groups',
    summary: 'Groups of people that work is asked of, and who there is to be in them',
    access: MAY,
    response: z.object({
      groups: z.array(Group),
      people: z.array(
        z.object({ id: Id, name: z.string(), reviews: z.boolean().describe('may answer reviews') }),
      ),
    }),
  },
  addGroup: {
    method: 'POST',
    path: '/groups',
    summary: 'Make a group',
    access: MAY,
    body: GroupInput,
    response: z.object({ id: Id }),
    status: 201,
  },
  changeGroup: {
    method: 'PUT',
    path: '/groups/:id',
    summary: 'Rename a group, or change who is in it',
    access: MAY,
    ...byId,
    body: GroupInput.extend({ version: z.int().describe('as the caller saw it') }),
    response: Nothing,
  },
  removeGroup: {
    method: 'DELETE',
    path: '/groups/:id',
    summary: 'Remove a group; what it was asked for and nobody has done is withdrawn',
    access: MAY,
    ...byId,
    response: Nothing,
  },
} as const satisfies Record<string, Endpoint>;
