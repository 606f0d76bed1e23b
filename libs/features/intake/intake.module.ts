import { LlmModule } from '#platform/llm';
import { ThreadsModule } from '#platform/threads';
import { Module } from '@nestjs/common';
import { ForecastImportService } from './forecast-import.service.js';
import { IntakeService } from './intake.service.js';
import { ModelReadingService } from './model-reading.service.js';

@Module({
  imports: [LlmModule, ThreadsModule],
  providers: [ForecastImportService, IntakeService, ModelReadingService],
  exports: [ForecastImportService, IntakeService, ModelReadingService],
})
export class IntakeModule {}
