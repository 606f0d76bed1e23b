import { Module } from '@nestjs/common';
import { RescoringService } from './rescoring.service.js';
import { VerdictsService } from './verdicts.service.js';

@Module({
  providers: [VerdictsService, RescoringService],
  exports: [VerdictsService, RescoringService],
})
export class VerdictsModule {}
