import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { EvidenceService, ReviewService } from '#features/review';
import { VerdictsService } from '#features/verdicts';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class ReviewController {
  constructor(
    private readonly review: ReviewService,
    private readonly verdicts: VerdictsService,
    private readonly evidence: EvidenceService,
  ) {}

  @Endpoint(ENDPOINTS.getProposition)
  getProposition(@CurrentActor() actor: Actor, @Input() { params }: In<E['getProposition']>) {
    return this.review.getProposition(actor, params.id);
  }

  @Endpoint(ENDPOINTS.unblind)
  unblind(@CurrentActor() actor: Actor, @Input() { params }: In<E['unblind']>) {
    return this.review.unblind(actor, params.id);
  }

  @Endpoint(ENDPOINTS.previewEvidence)
  previewEvidence(@CurrentActor() actor: Actor, @Input() { body }: In<E['previewEvidence']>) {
    return this.evidence.preview(actor, body.url);
  }

  @Endpoint(ENDPOINTS.getReviewDraft)
  getReviewDraft(@CurrentActor() actor: Actor, @Input() { params }: In<E['getReviewDraft']>) {
    return this.review.getDraft(actor, params.id);
  }

  @Endpoint(ENDPOINTS.saveReviewDraft)
  saveReviewDraft(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['saveReviewDraft']>) {
    return this.review.saveDraft(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.submitReview)
  submitReview(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['submitReview']>) {
    return this.review.submitReview(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.decideSplit)
  async decideSplit(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['decideSplit']>) {
    await this.verdicts.decideSplit(actor, params.id, body);
    return this.review.getProposition(actor, params.id);
  }

  @Endpoint(ENDPOINTS.reopenProposition)
  async reopenProposition(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: In<E['reopenProposition']>,
  ) {
    await this.verdicts.reopen(actor, params.id, body);
    return this.review.getProposition(actor, params.id);
  }
}
