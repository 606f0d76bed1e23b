import { Module } from '@nestjs/common';
import { EventsService } from './events.service.js';
import { MatchingService } from './matching.service.js';

@Module({ providers: [EventsService, MatchingService], exports: [EventsService, MatchingService] })
export class EventsModule {}
