import { NetModule } from '#platform/net';
import { Module } from '@nestjs/common';
import { AssignmentService } from './assignment.service.js';
import { DeferralService } from './deferral.service.js';
import { EvidenceService } from './evidence.service.js';
import { InboxService } from './inbox.service.js';
import { LeaseService } from './lease.service.js';
import { ReviewService } from './review.service.js';
import { ReviewerReportService } from './reviewer-report.service.js';

const SERVICES = [
  AssignmentService,
  DeferralService,
  EvidenceService,
  InboxService,
  LeaseService,
  ReviewService,
  ReviewerReportService,
];

@Module({ imports: [NetModule], providers: SERVICES, exports: SERVICES })
export class ReviewModule {}
