import { Module } from '@nestjs/common';
import { AccountsService } from './accounts.service.js';
import { DemoService } from './demo.service.js';
import { GroupsService } from './groups.service.js';
import { InvitationMail } from './invitation-mail.js';
import { InvitationsService } from './invitations.service.js';

/** Needs AuthService, Database, Clock, Config and Outbox globally, and a DemoHost where the demo can be left. */
@Module({
  providers: [AccountsService, InvitationMail, InvitationsService, DemoService, GroupsService],
  exports: [AccountsService, GroupsService, InvitationsService, DemoService],
})
export class AccountsModule {}
