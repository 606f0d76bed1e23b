import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { AccountsService, DemoService, InvitationsService } from '#features/accounts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, MaybeActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';
import { Guessable } from '../security/throttling.js';
import { toHeaders } from '../security/web-request.js';

type E = typeof ENDPOINTS;

@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly invitations: InvitationsService,
    private readonly demo: DemoService,
  ) {}

  @Endpoint(ENDPOINTS.getMe)
  getMe(@MaybeActor() actor: Actor | null) {
    return this.accounts.getMe(actor);
  }

  @Endpoint(ENDPOINTS.updateNoticeSettings)
  updateNoticeSettings(@CurrentActor() actor: Actor, @Input() { body }: In<E['updateNoticeSettings']>) {
    return this.accounts.updateNoticeSettings(actor, body);
  }

  @Endpoint(ENDPOINTS.updateInstallation)
  updateInstallation(@CurrentActor() actor: Actor, @Input() { body }: In<E['updateInstallation']>) {
    return this.accounts.updateInstallation(actor, body);
  }

  @Guessable()
  @Endpoint(ENDPOINTS.getOneTimeLink)
  getOneTimeLink(@Input() { params }: In<E['getOneTimeLink']>) {
    return this.invitations.getOneTimeLink(params.token);
  }

  @Guessable()
  @Endpoint(ENDPOINTS.acceptInvitation)
  acceptInvitation(@Input() { params, body }: In<E['acceptInvitation']>) {
    return this.invitations.acceptInvitation(params.token, body);
  }

  @Endpoint(ENDPOINTS.listPeople)
  listPeople() {
    return this.accounts.listPeople();
  }

  @Endpoint(ENDPOINTS.invitePerson)
  invitePerson(@CurrentActor() actor: Actor, @Input() { body }: In<E['invitePerson']>) {
    return this.invitations.invitePerson(actor, body);
  }

  @Endpoint(ENDPOINTS.setRoles)
  setRoles(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['setRoles']>) {
    return this.accounts.setRoles(actor, params.id, body.roles);
  }

  @Endpoint(ENDPOINTS.listDemoPeople)
  listDemoPeople() {
    return this.demo.listDemoPeople();
  }

  @Endpoint(ENDPOINTS.switchDemoPerson)
  async switchDemoPerson(
    @Input() { body }: In<E['switchDemoPerson']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const cookies = await this.demo.switchDemoPerson(body.userId, toHeaders(request));
    void reply.removeHeader('set-cookie').header('set-cookie', [...cookies]);
    return {};
  }

  @Endpoint(ENDPOINTS.leaveDemo)
  leaveDemo() {
    return this.demo.leaveDemo();
  }

  @Endpoint(ENDPOINTS.setClock)
  setClock(@CurrentActor() actor: Actor, @Input() { body }: In<E['setClock']>) {
    return this.accounts.setClock(actor, new Date(body.now));
  }
}
