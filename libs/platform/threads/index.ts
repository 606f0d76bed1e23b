export { ExtractionThread } from './extraction-thread.js';
export { ThreadsModule } from './threads.module.js';
