import { Module } from '@nestjs/common';
import { GoldItemsService } from './gold-items.service.js';
import { ReviewService } from './review.service.js';
import { ReviewerReportService } from './reviewer-report.service.js';
import { WorkloadService } from './workload.service.js';

@Module({
  providers: [GoldItemsService, ReviewService, ReviewerReportService, WorkloadService],
  exports: [GoldItemsService, ReviewService, ReviewerReportService, WorkloadService],
})
export class ReviewModule {}
