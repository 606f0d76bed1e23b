import { Module } from '@nestjs/common';
import { VerdictsService } from './verdicts.service.js';

@Module({ providers: [VerdictsService], exports: [VerdictsService] })
export class VerdictsModule {}
