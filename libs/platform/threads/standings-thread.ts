import { Injectable } from '@nestjs/common';
import { type BootstrapSettings, measureSkill, type SkillInput, type SkillMeasures } from '#core/scoring';
import { runInThread } from './run-in-thread.js';

/** What a thread is told. */
export interface StandingsTask {
  readonly input: SkillInput;
  readonly settings: BootstrapSettings;
}

/** Up to so many entries times draws are measured in a blink (some 50 ms); a thread would take longer to start. */
const AT_ONCE = 10_000_000;
/** Built beside this file; where sources run unbuilt (Jest) there is none. */
const ENTRY = import.meta.url.endsWith('.ts') ? null : new URL('./standings-worker.js', import.meta.url);

/** Measures skill without keeping the process from its other work. */
@Injectable()
export class StandingsThread {
  /** @param entry the module a thread runs; it is handed a `StandingsTask` and answers with the measures */
  constructor(private readonly entry: URL | null = ENTRY) {}

  /** As `measureSkill`. Throws where the thread ends without an answer. */
  async measure(task: StandingsTask): Promise<SkillMeasures> {
    const work = task.input.table.n.length * task.settings.draws;
    if (work <= AT_ONCE || this.entry === null) return measureSkill(task.input, task.settings);
    return runInThread<SkillMeasures>(this.entry, task, 'measures skill');
  }
}
