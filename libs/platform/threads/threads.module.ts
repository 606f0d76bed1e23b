import { Module } from '@nestjs/common';
import { ExtractionThread } from './extraction-thread.js';

@Module({
  providers: [{ provide: ExtractionThread, useFactory: () => new ExtractionThread() }],
  exports: [ExtractionThread],
})
export class ThreadsModule {}
