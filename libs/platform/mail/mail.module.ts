import { Module } from '@nestjs/common';
import { Mailer } from './mailer.service.js';

/** Needs Config, Database and Clock to be provided globally. */
@Module({ providers: [Mailer], exports: [Mailer] })
export class MailModule {}
