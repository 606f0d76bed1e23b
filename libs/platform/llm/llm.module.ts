import { Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { EmbeddingModel } from './embedding-model.js';
import { LanguageModel } from './language-model.js';

/** Needs Config to be provided globally. */
@Module({
  providers: [
    { provide: LanguageModel, inject: [Config], useFactory: (config: Config) => new LanguageModel(config) },
    { provide: EmbeddingModel, inject: [Config], useFactory: (config: Config) => new EmbeddingModel(config) },
  ],
  exports: [LanguageModel, EmbeddingModel],
})
export class LlmModule {}
