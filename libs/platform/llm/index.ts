export type { Prompt } from './chat-request.js';
export { EmbeddingModel } from './embedding-model.js';
export { LanguageModel } from './language-model.js';
export { LlmModule } from './llm.module.js';
export { ModelFailure } from './model-failure.js';
