import { Module } from '@nestjs/common';
import { ReviewService } from './review.service.js';
import { ReviewerReportService } from './reviewer-report.service.js';

@Module({
  providers: [ReviewService, ReviewerReportService],
  exports: [ReviewService, ReviewerReportService],
})
export class ReviewModule {}
