import { Module } from '@nestjs/common';
import { MailModule } from '#platform/mail';
import { DigestReader } from './digest-reader.js';
import { DigestService } from './digest.service.js';
import { MailAdminService } from './mail-admin.service.js';
import { NoticesService } from './notices.service.js';
import { PromptService } from './prompt.service.js';

@Module({
  imports: [MailModule],
  providers: [DigestReader, DigestService, MailAdminService, NoticesService, PromptService],
  exports: [DigestService, MailAdminService, NoticesService, PromptService],
})
export class NoticesModule {}
