import { Module } from '@nestjs/common';
import { CandidateEditingService } from './candidate-editing.service.js';
import { TriageService } from './triage.service.js';
import { UndoService } from './undo.service.js';

@Module({
  providers: [TriageService, CandidateEditingService, UndoService],
  exports: [TriageService, CandidateEditingService, UndoService],
})
export class TriageModule {}
