import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { CandidateEditingService, UndoService } from '#features/triage';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class TriageController {
  constructor(
    private readonly editing: CandidateEditingService,
    private readonly undoing: UndoService,
  ) {}

  @Endpoint(ENDPOINTS.listCandidates)
  listCandidates(@CurrentActor() actor: Actor, @Input() { params }: In<E['listCandidates']>) {
    return this.editing.listCandidates(actor, params.id);
  }

  @Endpoint(ENDPOINTS.addCandidate)
  addCandidate(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['addCandidate']>) {
    return this.editing.addCandidate(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.mergeCandidate)
  mergeCandidate(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['mergeCandidate']>) {
    return this.editing.mergeCandidate(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.splitCandidate)
  splitCandidate(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['splitCandidate']>) {
    return this.editing.splitCandidate(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.restoreCandidate)
  restoreCandidate(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['restoreCandidate']>) {
    return this.undoing.restoreCandidate(actor, params.id, body);
  }
}
