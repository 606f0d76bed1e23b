import { LlmModule } from '#platform/llm';
import { ThreadsModule } from '#platform/threads';
import { Module } from '@nestjs/common';
import { IntakeService } from './intake.service.js';
import { ModelReadingService } from './model-reading.service.js';

@Module({
  imports: [LlmModule, ThreadsModule],
  providers: [IntakeService, ModelReadingService],
  exports: [IntakeService, ModelReadingService],
})
export class IntakeModule {}
