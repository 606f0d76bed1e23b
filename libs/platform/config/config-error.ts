/** What is wrong with one environment variable, said so that it can be mended without reading code. */
export interface SettingProblem {
  readonly variable: string;
  /** One line: variable, fault, a good example. Never the value of a secret. */
  readonly line: string;
}

/** Thrown when the environment cannot be used; the message has one line a bad variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly SettingProblem[]) {
    super(problems.map((problem) => problem.line).join('\n'));
  }
}
