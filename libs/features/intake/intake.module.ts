import { LlmModule } from '#platform/llm';
import { Module } from '@nestjs/common';
import { IntakeService } from './intake.service.js';
import { ModelReadingService } from './model-reading.service.js';

@Module({
  imports: [LlmModule],
  providers: [IntakeService, ModelReadingService],
  exports: [IntakeService, ModelReadingService],
})
export class IntakeModule {}
