import { Module } from '@nestjs/common';
import { BlindReadingService } from './blind-reading.service.js';
import { SelectionService } from './selection.service.js';

@Module({
  providers: [BlindReadingService, SelectionService],
  exports: [BlindReadingService, SelectionService],
})
export class SelectionModule {}
