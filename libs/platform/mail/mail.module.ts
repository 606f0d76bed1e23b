import { Module } from '@nestjs/common';
import { MailPump } from './mail-pump.service.js';
import { Mailer } from './mailer.service.js';

/** Needs Config, Database and Clock to be provided globally. */
@Module({ providers: [Mailer], exports: [Mailer] })
export class MailModule {}

/** Of a worker process: mail that waits is sent from the app's start to its end. */
@Module({ imports: [MailModule], providers: [MailPump] })
export class MailPumpModule {}
