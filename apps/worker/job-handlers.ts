import type { JobHandlers } from '#contracts/jobs';
import { EventsModule, FeedPollingService, MatchingService } from '#features/events';
import { IntakeModule, ItemReadingService, ModelReadingService } from '#features/intake';
import { DigestService, NoticesModule, NoticesService, PromptService } from '#features/notices';
import { RetestService, ReviewModule } from '#features/review';
import { StandingsModule, StandingsService } from '#features/standings';
import { RescoringService, TellingService, VerdictsModule, VerdictsService } from '#features/verdicts';
import type { HandlerSource } from '#platform/jobs';
import { buildBoard } from './handlers/build-board.handler.js';
import { buildFilteredBoard } from './handlers/build-filtered-board.handler.js';
import { buildDigest } from './handlers/build-digest.handler.js';
import { finaliseVerdicts } from './handlers/finalise-verdicts.handler.js';
import { matchEvent } from './handlers/match-event.handler.js';
import { matchProposition } from './handlers/match-proposition.handler.js';
import { planDigests } from './handlers/plan-digests.handler.js';
import { planPolls } from './handlers/plan-polls.handler.js';
import { planRetests } from './handlers/plan-retests.handler.js';
import { pollHost } from './handlers/poll-host.handler.js';
import { promptReviewers } from './handlers/prompt-reviewers.handler.js';
import { readItem } from './handlers/read-item.handler.js';
import { readWithModel } from './handlers/read-with-model.handler.js';
import { refreshBoard } from './handlers/refresh-board.handler.js';
import { rescoreClaimants } from './handlers/rescore-claimants.handler.js';
import { sendNotice } from './handlers/send-notice.handler.js';
import { sweepMatching } from './handlers/sweep-matching.handler.js';
import { tellOfVerdicts } from './handlers/tell-of-verdicts.handler.js';

type Services = [
  MatchingService,
  DigestService,
  NoticesService,
  PromptService,
  StandingsService,
  VerdictsService,
  ModelReadingService,
  FeedPollingService,
  RescoringService,
  TellingService,
  RetestService,
  ItemReadingService,
];

/** A job without a handler does not compile. */
export const JOB_HANDLERS: HandlerSource = {
  imports: [EventsModule, IntakeModule, NoticesModule, ReviewModule, StandingsModule, VerdictsModule],
  inject: [
    MatchingService,
    DigestService,
    NoticesService,
    PromptService,
    StandingsService,
    VerdictsService,
    ModelReadingService,
    FeedPollingService,
    RescoringService,
    TellingService,
    RetestService,
    ItemReadingService,
  ],
  useFactory: (
    ...[
      matching,
      digests,
      notices,
      prompts,
      standings,
      verdicts,
      readings,
      polling,
      rescoring,
      telling,
      retests,
      items,
    ]: Services
  ): JobHandlers => ({
    buildBoard: buildBoard(verdicts, standings),
    buildFilteredBoard: buildFilteredBoard(standings),
    buildDigest: buildDigest(digests),
    finaliseVerdicts: finaliseVerdicts(verdicts),
    matchEvent: matchEvent(matching),
    matchProposition: matchProposition(matching),
    planDigests: planDigests(digests),
    planPolls: planPolls(polling),
    planRetests: planRetests(retests),
    pollHost: pollHost(polling),
    promptReviewers: promptReviewers(prompts),
    readItem: readItem(items),
    readWithModel: readWithModel(readings),
    refreshBoard: refreshBoard(standings),
    rescoreClaimants: rescoreClaimants(rescoring),
    sendNotice: sendNotice(notices),
    sweepMatching: sweepMatching(matching),
    tellOfVerdicts: tellOfVerdicts(telling),
  }),
};
