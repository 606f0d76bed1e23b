import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { DocumentIntakeService, IntakeService, ModelReadingService } from '#features/intake';
import { TriageService } from '#features/triage';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class IntakeController {
  constructor(
    private readonly intake: IntakeService,
    private readonly triage: TriageService,
    private readonly readings: ModelReadingService,
    private readonly documents: DocumentIntakeService,
  ) {}

  @Endpoint(ENDPOINTS.addSource)
  addSource(@CurrentActor() actor: Actor, @Input() { body }: In<E['addSource']>) {
    return this.intake.addSource(actor, body);
  }

  @Endpoint(ENDPOINTS.previewSource)
  previewSource(@CurrentActor() actor: Actor, @Input() { body }: In<E['previewSource']>) {
    return this.documents.preview(actor, body);
  }

  @Endpoint(ENDPOINTS.addFile)
  addFile(@CurrentActor() actor: Actor, @Input() { body }: In<E['addFile']>) {
    const { name, base64, ...said } = body;
    return this.documents.addFile(actor, { bytes: Buffer.from(base64, 'base64'), name }, said);
  }

  @Endpoint(ENDPOINTS.addAddress)
  addAddress(@CurrentActor() actor: Actor, @Input() { body }: In<E['addAddress']>) {
    const { address, sourceAddress, ...said } = body;
    return this.documents.addAddress(actor, address, { ...said, address: sourceAddress });
  }

  @Endpoint(ENDPOINTS.listSources)
  listSources(@Input() { query }: In<E['listSources']>) {
    return this.intake.listSources(query);
  }

  @Endpoint(ENDPOINTS.getSource)
  getSource(@CurrentActor() actor: Actor, @Input() { params }: In<E['getSource']>) {
    return this.intake.getSource(params.id, actor);
  }

  @Endpoint(ENDPOINTS.updateSource)
  updateSource(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['updateSource']>) {
    return this.intake.updateSource(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.askModel)
  askModel(@CurrentActor() actor: Actor, @Input() { params }: In<E['askModel']>) {
    return this.readings.ask(actor, params.id);
  }

  @Endpoint(ENDPOINTS.acceptCandidate)
  acceptCandidate(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['acceptCandidate']>) {
    return this.triage.acceptCandidate(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.rejectCandidate)
  rejectCandidate(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['rejectCandidate']>) {
    return this.triage.rejectCandidate(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.suggestPropositions)
  suggestPropositions(@Input() { query }: In<E['suggestPropositions']>) {
    return this.triage.suggestPropositions(query.statement);
  }
}
