import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { GoldItemsService, RetestService, ReviewerReportService, WorkloadService } from '#features/review';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

/** How the work of reviewers goes; their work itself is `ReviewController`. */
@Controller()
export class ReviewersController {
  constructor(
    private readonly reports: ReviewerReportService,
    private readonly gold: GoldItemsService,
    private readonly retests: RetestService,
    private readonly workload: WorkloadService,
  ) {}

  @Endpoint(ENDPOINTS.getReviewerReport)
  getReviewerReport() {
    return this.reports.getReport();
  }

  @Endpoint(ENDPOINTS.listOwnRetests)
  listOwnRetests(@CurrentActor() actor: Actor) {
    return this.retests.listOwn(actor);
  }

  @Endpoint(ENDPOINTS.listGoldItems)
  listGoldItems(@CurrentActor() actor: Actor) {
    return this.gold.list(actor);
  }

  @Endpoint(ENDPOINTS.setGoldItem)
  setGoldItem(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['setGoldItem']>) {
    return this.gold.set(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.removeGoldItem)
  removeGoldItem(@CurrentActor() actor: Actor, @Input() { params }: In<E['removeGoldItem']>) {
    return this.gold.remove(actor, params.id);
  }

  @Endpoint(ENDPOINTS.getWorkload)
  getWorkload() {
    return this.workload.getWorkload();
  }

  @Endpoint(ENDPOINTS.getDeadlineMonth)
  getDeadlineMonth(@CurrentActor() actor: Actor, @Input() { query }: In<E['getDeadlineMonth']>) {
    return this.workload.getMonth(actor, query.month);
  }
}
