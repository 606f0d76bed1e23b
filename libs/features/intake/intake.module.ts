import { DocumentsModule } from '#platform/documents';
import { LlmModule } from '#platform/llm';
import { NetModule } from '#platform/net';
import { ThreadsModule } from '#platform/threads';
import { Module } from '@nestjs/common';
import { CandidateExportService } from './candidate-export.service.js';
import { CopiesService } from './copies.service.js';
import { CopySearch } from './copy-search.js';
import { DocumentIntakeService } from './document-intake.service.js';
import { DocumentReadingService } from './document-reading.service.js';
import { ForecastImportService } from './forecast-import.service.js';
import { IntakeBatchService } from './intake-batch.service.js';
import { IntakeService } from './intake.service.js';
import { ItemReadingService } from './item-reading.service.js';
import { ModelReadingService } from './model-reading.service.js';
import { ReanchoringService } from './reanchoring.service.js';
import { RefetchService } from './refetch.service.js';

@Module({
  imports: [DocumentsModule, LlmModule, NetModule, ThreadsModule],
  providers: [
    CandidateExportService,
    CopiesService,
    CopySearch,
    DocumentIntakeService,
    DocumentReadingService,
    ForecastImportService,
    IntakeBatchService,
    IntakeService,
    ItemReadingService,
    ModelReadingService,
    ReanchoringService,
    RefetchService,
  ],
  exports: [
    CandidateExportService,
    CopiesService,
    DocumentIntakeService,
    ForecastImportService,
    IntakeBatchService,
    IntakeService,
    ItemReadingService,
    ModelReadingService,
    ReanchoringService,
    RefetchService,
  ],
})
export class IntakeModule {}
