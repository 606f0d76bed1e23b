import { Module } from '@nestjs/common';
import { ClaimantsService } from './claimants.service.js';

@Module({ providers: [ClaimantsService], exports: [ClaimantsService] })
export class ClaimantsModule {}
