import { LlmModule } from '#platform/llm';
import { NetModule } from '#platform/net';
import { Module } from '@nestjs/common';
import { EventMeaning } from './event-meaning.js';
import { EventsService } from './events.service.js';
import { FeedPollingService } from './feed-polling.service.js';
import { FeedsService } from './feeds.service.js';
import { HooksService } from './hooks.service.js';
import { MatchFeedbackService } from './match-feedback.service.js';
import { MatchingService } from './matching.service.js';

const SERVICES = [
  EventMeaning,
  EventsService,
  FeedPollingService,
  FeedsService,
  HooksService,
  MatchFeedbackService,
  MatchingService,
];

@Module({ imports: [LlmModule, NetModule], providers: SERVICES, exports: SERVICES })
export class EventsModule {}
