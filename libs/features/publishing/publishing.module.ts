import { Module } from '@nestjs/common';
import { BoardReadingService } from './board-reading.service.js';
import { MoveService } from './move.service.js';
import { PublishingService } from './publishing.service.js';

@Module({
  providers: [BoardReadingService, MoveService, PublishingService],
  exports: [BoardReadingService, MoveService, PublishingService],
})
export class PublishingModule {}
