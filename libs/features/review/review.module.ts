import { NetModule } from '#platform/net';
import { Module } from '@nestjs/common';
import { GoldItemsService } from './gold-items.service.js';
import { AssignmentService } from './assignment.service.js';
import { DeferralService } from './deferral.service.js';
import { EvidenceService } from './evidence.service.js';
import { InboxService } from './inbox.service.js';
import { LeaseService } from './lease.service.js';
import { RetestService } from './retest.service.js';
import { ReviewService } from './review.service.js';
import { ReviewerReportService } from './reviewer-report.service.js';
import { WorkloadService } from './workload.service.js';

const SERVICES = [
  AssignmentService,
  DeferralService,
  EvidenceService,
  GoldItemsService,
  InboxService,
  LeaseService,
  RetestService,
  ReviewService,
  ReviewerReportService,
  WorkloadService,
];

@Module({ imports: [NetModule], providers: SERVICES, exports: SERVICES })
export class ReviewModule {}
