import { Module } from '@nestjs/common';
import { MailModule } from '#platform/mail';
import { DigestService } from './digest.service.js';
import { NoticesService } from './notices.service.js';
import { PromptService } from './prompt.service.js';

@Module({
  imports: [MailModule],
  providers: [DigestService, NoticesService, PromptService],
  exports: [DigestService, NoticesService, PromptService],
})
export class NoticesModule {}
