import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { FeedsService } from '#features/events';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class FeedsController {
  constructor(private readonly feeds: FeedsService) {}

  @Endpoint(ENDPOINTS.listFeeds)
  listFeeds() {
    return this.feeds.listFeeds();
  }

  @Endpoint(ENDPOINTS.discoverFeeds)
  discoverFeeds(@Input() { body }: In<E['discoverFeeds']>) {
    return this.feeds.discover(body.url);
  }

  @Endpoint(ENDPOINTS.addFeed)
  addFeed(@CurrentActor() actor: Actor, @Input() { body }: In<E['addFeed']>) {
    return this.feeds.addFeed(actor, body);
  }

  @Endpoint(ENDPOINTS.exportOpml)
  exportOpml() {
    return this.feeds.exportOpml();
  }

  @Endpoint(ENDPOINTS.importOpml)
  importOpml(@CurrentActor() actor: Actor, @Input() { body }: In<E['importOpml']>) {
    return this.feeds.importOpml(actor, body.opml);
  }

  @Endpoint(ENDPOINTS.changeFeed)
  changeFeed(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['changeFeed']>) {
    return this.feeds.changeFeed(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.removeFeed)
  async removeFeed(@CurrentActor() actor: Actor, @Input() { params }: In<E['removeFeed']>) {
    await this.feeds.removeFeed(actor, params.id);
    return {};
  }

  @Endpoint(ENDPOINTS.pollFeed)
  pollFeed(@Input() { params }: In<E['pollFeed']>) {
    return this.feeds.pollSoon(params.id);
  }

  @Endpoint(ENDPOINTS.listFeedPolls)
  listFeedPolls(@Input() { params }: In<E['listFeedPolls']>) {
    return this.feeds.listPolls(params.id);
  }
}
