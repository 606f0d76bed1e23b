import { Module } from '@nestjs/common';
import { ExtractionThread } from './extraction-thread.js';
import { StandingsThread } from './standings-thread.js';

@Module({
  providers: [
    { provide: ExtractionThread, useFactory: () => new ExtractionThread() },
    { provide: StandingsThread, useFactory: () => new StandingsThread() },
  ],
  exports: [ExtractionThread, StandingsThread],
})
export class ThreadsModule {}
