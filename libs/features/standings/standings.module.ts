import { ThreadsModule } from '#platform/threads';
import { Module } from '@nestjs/common';
import { StandingsService } from './standings.service.js';

@Module({ imports: [ThreadsModule], providers: [StandingsService], exports: [StandingsService] })
export class StandingsModule {}
