import { Module } from '@nestjs/common';
import { AnswersService } from './answers.service.js';
import { DisputesService } from './disputes.service.js';
import { RescoringService } from './rescoring.service.js';
import { TellingService } from './telling.service.js';
import { ThreadService } from './thread.service.js';
import { VerdictsService } from './verdicts.service.js';

const SERVICES = [
  AnswersService,
  DisputesService,
  RescoringService,
  TellingService,
  ThreadService,
  VerdictsService,
];

@Module({ providers: SERVICES, exports: SERVICES })
export class VerdictsModule {}
