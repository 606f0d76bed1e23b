import { Kbd } from '@mantine/core';
import type { Shortcut } from '../keyboard/shortcuts.js';
import { ANSWERS, type Answer } from '#core/domain';
import { t } from '#ui/i18n';

interface AnswerChoiceProps {
  readonly question: string;
  readonly answer: Answer | null;
  readonly onChange: (answer: Answer) => void;
  readonly error: string | null;
}

/** The five answers, on keys 1 to 5. */
export function AnswerChoice({ question, answer, onChange, error }: AnswerChoiceProps) {
  return (
    <fieldset className="answers" aria-describedby={error === null ? undefined : 'answer-error'}>
      <legend>{question}</legend>
      {ANSWERS.map((choice, index) => (
        <label key={choice} data-checked={answer === choice}>
          <input
            type="radio"
            name="answer"
            value={choice}
            checked={answer === choice}
            onChange={() => onChange(choice)}
          />
          <span className="answer-text">
            <strong>{t(`answer.${choice}`)}</strong>
            <span className="ot-soft">{t(`answer.${choice}.hint`)}</span>
          </span>
          <Kbd size="xs" aria-hidden="true">
            {index + 1}
          </Kbd>
        </label>
      ))}
      {error === null ? null : (
        <p id="answer-error" className="flag" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

export function answerShortcuts(choose: (answer: Answer) => void): readonly Shortcut[] {
  return ANSWERS.map((answer, index) => ({
    keys: String(index + 1),
    label: t(`answer.${answer}`),
    run: () => choose(answer),
  }));
}
