import { Module } from '@nestjs/common';
import { CandidateEditingService } from './candidate-editing.service.js';
import { CodingService } from './coding.service.js';
import { TriageService } from './triage.service.js';
import { UndoService } from './undo.service.js';

@Module({
  providers: [TriageService, CodingService, CandidateEditingService, UndoService],
  exports: [TriageService, CodingService, CandidateEditingService, UndoService],
})
export class TriageModule {}
