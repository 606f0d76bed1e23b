import type { ModelFault } from '#core/domain';

/** What another try can mend by itself. The rest needs somebody who changes a setting, a text or the server. */
const PASSING: ReadonlySet<ModelFault> = new Set([
  'UNREACHABLE',
  'TIMED_OUT',
  'RATE_LIMITED',
  'SERVER_ERROR',
]);

/** Why a language model gave no answer that could be used. The message holds neither key nor text of the source. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';

  constructor(
    readonly fault: ModelFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** Whether trying again later can help. */
  get isPassing(): boolean {
    return PASSING.has(this.fault);
  }
}
