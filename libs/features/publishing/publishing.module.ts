import { Module } from '@nestjs/common';
import { BoardReadingService } from './board-reading.service.js';
import { MoveService } from './move.service.js';
import { ProfileService } from './profile.service.js';
import { PublishingService } from './publishing.service.js';

@Module({
  providers: [BoardReadingService, MoveService, ProfileService, PublishingService],
  exports: [BoardReadingService, MoveService, ProfileService, PublishingService],
})
export class PublishingModule {}
