import { accountsEndpoints } from './accounts.endpoints.js';
import { batchesEndpoints } from './batches.endpoints.js';
import { claimantsEndpoints } from './claimants.endpoints.js';
import { codingEndpoints } from './coding.endpoints.js';
import type { Endpoint } from './define-endpoint.js';
import { disputesEndpoints } from './disputes.endpoints.js';
import { eventsEndpoints } from './events.endpoints.js';
import { feedsEndpoints } from './feeds.endpoints.js';
import { groupsEndpoints } from './groups.endpoints.js';
import { hooksEndpoints } from './hooks.endpoints.js';
import { inboxEndpoints } from './inbox.endpoints.js';
import { intakeEndpoints } from './intake.endpoints.js';
import { noticesEndpoints } from './notices.endpoints.js';
import { publishingEndpoints } from './publishing.endpoints.js';
import { reviewEndpoints } from './review.endpoints.js';
import { reviewersEndpoints } from './reviewers.endpoints.js';
import { selectionEndpoints } from './selection.endpoints.js';
import { triageEndpoints } from './triage.endpoints.js';
import { sourceTextsEndpoints } from './source-texts.endpoints.js';
import { workloadEndpoints } from './workload.endpoints.js';

/** The one table of everything that can be asked over `/api/v1`. */
export const ENDPOINTS = {
  ...accountsEndpoints,
  ...intakeEndpoints,
  ...triageEndpoints,
  ...codingEndpoints,
  ...selectionEndpoints,
  ...batchesEndpoints,
  ...sourceTextsEndpoints,
  ...eventsEndpoints,
  ...feedsEndpoints,
  ...groupsEndpoints,
  ...hooksEndpoints,
  ...reviewEndpoints,
  ...reviewersEndpoints,
  ...workloadEndpoints,
  ...inboxEndpoints,
  ...disputesEndpoints,
  ...publishingEndpoints,
  ...claimantsEndpoints,
  ...noticesEndpoints,
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof ENDPOINTS;

export * from './accounts.endpoints.js';
export * from './batches.endpoints.js';
export * from './claimants.endpoints.js';
export * from './coding.endpoints.js';
export * from './define-endpoint.js';
export * from './disputes.endpoints.js';
export * from './events.endpoints.js';
export * from './feeds.endpoints.js';
export * from './groups.endpoints.js';
export * from './hooks.endpoints.js';
export * from './inbox.endpoints.js';
export * from './intake.endpoints.js';
export * from './notices.endpoints.js';
export * from './openapi.js';
export * from './problem.schema.js';
export * from './profile.schema.js';
export * from './publishing.endpoints.js';
export * from './review.endpoints.js';
export * from './reviewers.endpoints.js';
export * from './selection.endpoints.js';
export * from './source-texts.endpoints.js';
export * from './standings.schema.js';
export * from './triage.endpoints.js';
export * from './words.schema.js';
export * from './workload.endpoints.js';
