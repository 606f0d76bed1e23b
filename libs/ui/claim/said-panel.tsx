import { formatInstantDay, outcomeWord } from '#ui/format';
import { t } from '#ui/i18n';
import type { ReactNode } from 'react';
import type { AnswerShape, SaidShape } from './claim-shapes.js';

/** What claimants answered; of one that was taken down, that it was and why. */
export function AnswerList({
  answers,
  zone,
}: {
  readonly answers: readonly AnswerShape[];
  readonly zone: string;
}) {
  return (
    <ul className="ot-said">
      {answers.map((answer) => (
        <li key={answer.id}>
          <p className="ot-under">
            {t('answers.of', { name: answer.claimant, date: formatInstantDay(answer.answeredAt, zone) })}
          </p>
          {answer.text === null ? (
            <p className="ot-soft">{t('answers.hidden', { reason: answer.hiddenReason ?? '' })}</p>
          ) : (
            <p className="ot-pre">{answer.text}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Beside the verdict: what the claimant says, who objects, what was corrected, how the statement is read. */
export function SaidPanel({ said, zone }: { readonly said: SaidShape; readonly zone: string }) {
  return (
    <>
      <Part title={t('answers.title')} isEmpty={said.answers.length === 0}>
        <AnswerList answers={said.answers} zone={zone} />
      </Part>
      <Part title={t('claim.disputes')} isEmpty={said.disputes.length === 0}>
        <ul className="ot-said">
          {said.disputes.map((dispute, index) => (
            <li key={`${String(index)} ${dispute.raisedAt}`}>
              {t('claim.dispute', {
                kind: t(`dispute.kind.${dispute.kind}`),
                date: formatInstantDay(dispute.raisedAt, zone),
                state: t(`dispute.state.${dispute.state}`),
              })}
              {dispute.resolution === null ? null : <p className="ot-pre">{dispute.resolution}</p>}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('claim.corrections')} isEmpty={said.corrections.length === 0}>
        <ul className="ot-said">
          {said.corrections.map(({ at, before, reason }) => (
            <li key={at}>
              {t('claim.correction', {
                date: formatInstantDay(at, zone),
                before: outcomeWord(before),
                reason,
              })}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('claim.clarifications')} isEmpty={said.clarifications.length === 0}>
        <ul className="ot-said">
          {said.clarifications.map(({ text, addedAt }) => (
            <li key={addedAt + text}>
              <p className="ot-under">{formatInstantDay(addedAt, zone)}</p>
              <p className="ot-pre">{text}</p>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function Part(props: { readonly title: string; readonly isEmpty: boolean; readonly children: ReactNode }) {
  if (props.isEmpty) return null;
  return (
    <>
      <h3>{props.title}</h3>
      {props.children}
    </>
  );
}
