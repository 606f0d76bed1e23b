import { Module } from '@nestjs/common';
import { EventsService } from './events.service.js';
import { MatchFeedbackService } from './match-feedback.service.js';
import { MatchingService } from './matching.service.js';

@Module({
  providers: [EventsService, MatchFeedbackService, MatchingService],
  exports: [EventsService, MatchFeedbackService, MatchingService],
})
export class EventsModule {}
