import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { IntakeBatchService } from '#features/intake';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class BatchesController {
  constructor(private readonly batches: IntakeBatchService) {}

  @Endpoint(ENDPOINTS.createBatch)
  createBatch(@CurrentActor() actor: Actor, @Input() { body }: In<E['createBatch']>) {
    return this.batches.create(actor, body);
  }

  @Endpoint(ENDPOINTS.sendBatchFile)
  sendBatchFile(@Input() { params, body }: In<E['sendBatchFile']>) {
    return this.batches.receive(params.id, params.number, Buffer.from(body.base64, 'base64'));
  }

  @Endpoint(ENDPOINTS.listBatches)
  listBatches() {
    return this.batches.list();
  }

  @Endpoint(ENDPOINTS.getBatch)
  getBatch(@Input() { params }: In<E['getBatch']>) {
    return this.batches.get(params.id);
  }

  @Endpoint(ENDPOINTS.cancelBatch)
  cancelBatch(@CurrentActor() actor: Actor, @Input() { params }: In<E['cancelBatch']>) {
    return this.batches.cancel(actor, params.id);
  }
}
