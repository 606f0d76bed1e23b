import { Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { LanguageModel } from './language-model.js';

/** Needs Config to be provided globally. */
@Module({
  providers: [
    { provide: LanguageModel, inject: [Config], useFactory: (config: Config) => new LanguageModel(config) },
  ],
  exports: [LanguageModel],
})
export class LlmModule {}
