export { ExtractionThread } from './extraction-thread.js';
export { StandingsThread } from './standings-thread.js';
export { ThreadsModule } from './threads.module.js';
