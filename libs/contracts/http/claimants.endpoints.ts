import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { ClaimantKind, Id, Instant, page, pageQuery, WebAddress, words } from './words.schema.js';

const Named = z.object({ id: Id, name: z.string() });

export const ClaimantSummary = Named.extend({
  kind: ClaimantKind,
  aliases: z.array(z.string()).describe('other spellings'),
  claims: z.int(),
  isChecked: z.boolean().describe('a curator has looked at the name'),
  mergedInto: Named.nullable(),
}).meta({ id: 'ClaimantSummary' });

export const ClaimantEntry = Named.extend({
  kind: ClaimantKind,
  version: z.int(),
  description: z.string(),
  wikidataId: z.string().nullable(),
  homepage: z.string().nullable(),
  claims: z.int(),
  isChecked: z.boolean(),
  aliases: z.array(z.object({ id: Id, alias: z.string() })),
  mergedInto: Named.nullable().describe('whom the claimant stands for now, chains followed to their end'),
  parts: z.array(Named).describe('who was merged into this claimant'),
  history: z.array(
    z.object({
      at: Instant,
      action: z.enum(['merge', 'unmerge']),
      from: Named,
      to: Named,
      by: z.string().nullable(),
      reason: z.string(),
    }),
  ),
}).meta({ id: 'ClaimantEntry' });

const byClaimant = { params: z.object({ id: Id }) };
const STAFF = ['curator', 'lead'] as const;

const textOrNull = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .transform((text) => (text === '' ? null : text));

export const claimantsEndpoints = {
  listClaimants: {
    method: 'GET',
    path: '/claimant-registry',
    summary: 'Who asserts, the newest first',
    access: STAFF,
    query: pageQuery.extend({
      q: z.string().trim().max(200).optional().describe('part of a name or of another spelling'),
      show: z.enum(['all', 'unchecked', 'merged']).default('all'),
    }),
    response: page(ClaimantSummary),
  },
  listAlikeClaimants: {
    method: 'GET',
    path: '/alike-claimants',
    summary: 'Names that may be of one claimant, or made to be taken for another’s',
    access: STAFF,
    response: z.object({
      groups: z.array(
        z.object({
          likeness: z.enum(['looks_alike', 'same_outer_names']),
          claimants: z.array(Named),
        }),
      ),
    }),
  },
  getClaimantEntry: {
    method: 'GET',
    path: '/claimant-registry/:id',
    summary: 'A claimant with spellings, links and merges',
    access: STAFF,
    ...byClaimant,
    response: ClaimantEntry,
  },
  updateClaimant: {
    method: 'PUT',
    path: '/claimant-registry/:id',
    summary: 'Correct what is known of a claimant; the old name stays as another spelling',
    access: STAFF,
    ...byClaimant,
    body: z.object({
      version: z.int(),
      name: words(200),
      kind: ClaimantKind,
      description: z.string().trim().max(1000).default(''),
      wikidataId: textOrNull(20)
        .refine((id) => id === null || /^Q[1-9]\d*$/.test(id), { error: 'must look like Q7747' })
        .default(null),
      homepage: z.union([z.literal('').transform(() => null), WebAddress, z.null()]).default(null),
    }),
    response: ClaimantEntry,
  },
  addClaimantAlias: {
    method: 'POST',
    path: '/claimant-registry/:id/aliases',
    summary: 'Another spelling under which texts name the claimant',
    access: STAFF,
    ...byClaimant,
    body: z.object({ alias: words(200) }),
    response: ClaimantEntry,
    status: 201,
  },
  removeClaimantAlias: {
    method: 'DELETE',
    path: '/claimant-registry/:id/aliases/:aliasId',
    summary: 'Take a spelling away; claims stay where they are',
    access: STAFF,
    params: z.object({ id: Id, aliasId: Id }),
    response: ClaimantEntry,
  },
  mergeClaimant: {
    method: 'POST',
    path: '/claimant-registry/:id/merge',
    summary: 'Say that a claimant is another one: all scores follow; can be undone',
    access: STAFF,
    ...byClaimant,
    body: z.object({ intoId: Id, reason: words(1000) }),
    response: ClaimantEntry,
    status: 201,
  },
  unmergeClaimant: {
    method: 'POST',
    path: '/claimant-registry/:id/unmerge',
    summary: 'Say that the two are not one, after all; all scores follow',
    access: STAFF,
    ...byClaimant,
    body: z.object({ reason: words(1000) }),
    response: ClaimantEntry,
    status: 201,
  },
} as const satisfies Record<string, Endpoint>;
