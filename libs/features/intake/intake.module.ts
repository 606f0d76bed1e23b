import { DocumentsModule } from '#platform/documents';
import { LlmModule } from '#platform/llm';
import { NetModule } from '#platform/net';
import { ThreadsModule } from '#platform/threads';
import { Module } from '@nestjs/common';
import { CopySearch } from './copy-search.js';
import { DocumentIntakeService } from './document-intake.service.js';
import { DocumentReadingService } from './document-reading.service.js';
import { ForecastImportService } from './forecast-import.service.js';
import { IntakeService } from './intake.service.js';
import { ModelReadingService } from './model-reading.service.js';

@Module({
  imports: [DocumentsModule, LlmModule, NetModule, ThreadsModule],
  providers: [
    CopySearch,
    DocumentIntakeService,
    DocumentReadingService,
    ForecastImportService,
    IntakeService,
    ModelReadingService,
  ],
  exports: [DocumentIntakeService, ForecastImportService, IntakeService, ModelReadingService],
})
export class IntakeModule {}
