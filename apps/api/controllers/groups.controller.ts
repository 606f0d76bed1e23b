import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { GroupsService } from '#features/accounts';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Endpoint(ENDPOINTS.listGroups)
  listGroups() {
    return this.groups.list();
  }

  @Endpoint(ENDPOINTS.addGroup)
  addGroup(@CurrentActor() actor: Actor, @Input() { body }: In<E['addGroup']>) {
    return this.groups.add(actor, body);
  }

  @Endpoint(ENDPOINTS.changeGroup)
  changeGroup(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['changeGroup']>) {
    return this.groups.change(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.removeGroup)
  removeGroup(@CurrentActor() actor: Actor, @Input() { params }: In<E['removeGroup']>) {
    return this.groups.remove(actor, params.id);
  }
}
