import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { BlindReadingService, SelectionService } from '#features/selection';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

/** What was taken of the texts put in, and how much of what they say. */
@Controller()
export class SelectionController {
  constructor(
    private readonly selection: SelectionService,
    private readonly readings: BlindReadingService,
  ) {}

  @Endpoint(ENDPOINTS.listSelectionLedger)
  listSelectionLedger(@Input() { query }: In<E['listSelectionLedger']>) {
    return this.selection.listLedger(query);
  }

  @Endpoint(ENDPOINTS.getCaptureReport)
  getCaptureReport() {
    return this.selection.getCaptureReport();
  }

  @Endpoint(ENDPOINTS.drawTexts)
  drawTexts(@CurrentActor() actor: Actor, @Input() { body }: In<E['drawTexts']>) {
    return this.readings.draw(actor, body.count);
  }

  @Endpoint(ENDPOINTS.listOpenReadings)
  listOpenReadings(@CurrentActor() actor: Actor) {
    return this.readings.listOpen(actor);
  }

  @Endpoint(ENDPOINTS.beginReading)
  beginReading(@CurrentActor() actor: Actor, @Input() { params }: In<E['beginReading']>) {
    return this.readings.begin(actor, params.id);
  }

  @Endpoint(ENDPOINTS.getReading)
  getReading(@CurrentActor() actor: Actor, @Input() { params }: In<E['getReading']>) {
    return this.readings.get(actor, params.id);
  }

  @Endpoint(ENDPOINTS.saveReading)
  saveReading(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['saveReading']>) {
    return this.readings.save(actor, params.id, body);
  }
}
