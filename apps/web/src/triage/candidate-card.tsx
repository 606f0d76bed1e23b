import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { sourceQuery } from '../api/queries.js';
import { announce } from '../feedback/announcer.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { Keys } from '../shell/keyboard-help.js';
import type { RejectReason } from '#core/domain';
import { describeLikelihood } from '#ui/format';
import { t } from '#ui/i18n';
import { CandidateForm } from './candidate-form.js';
import { RejectChoice } from './reject-choice.js';
import { SecondReading } from './second-reading.js';
import { acceptBody, findTriageFaults, formFromCandidate, type TriageForm } from './triage-form-state.js';
import { useReplaceCandidate } from './use-rejections.js';

type Candidate = Schemas['Candidate'];

export interface CandidateCardProps {
  readonly candidate: Candidate;
  readonly position: string;
  readonly isReadOnly: boolean;
  readonly onDecided: (candidate: Candidate) => void;
  readonly onReject: (reason: RejectReason) => void;
  readonly onRestore: () => void;
  readonly onStep: (by: number) => void;
}

/** One candidate: its words, why the extractor proposes it, and the decision. */
export function CandidateCard(props: CandidateCardProps) {
  const { candidate } = props;
  return (
    <article className="candidate" aria-label={props.position}>
      <header className="candidate-head">
        <span className="ot-soft">{props.position}</span>
        <span className="tag">{t(`triage.state.${candidate.state}`)}</span>
        {candidate.agreement === null ? null : (
          <span className={candidate.agreement === 'both' ? 'tag tag-strong' : 'tag'}>
            {t(`triage.agreement.${candidate.agreement}`)}
          </span>
        )}
        <div className="candidate-steps">
          <Button size="compact-sm" variant="default" onClick={() => props.onStep(-1)}>
            {t('help.previous')} <Keys keys="k" />
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => props.onStep(1)}>
            {t('help.next')} <Keys keys="j" />
          </Button>
        </div>
      </header>
      <blockquote className="candidate-quote">{candidate.quote}</blockquote>
      <Why candidate={candidate} />
      {candidate.state === 'pending' ? <Decision {...props} /> : <Decided {...props} />}
    </article>
  );
}

function Why({ candidate }: { readonly candidate: Candidate }) {
  return (
    <details className="candidate-why" open>
      <summary>{t('triage.why')}</summary>
      <ul>
        {candidate.cues.map((cue, index) => (
          <li key={`${String(index)} ${cue.code}`}>{cue.text}</li>
        ))}
        {candidate.negated ? <li>{t('triage.negated')}</li> : null}
        {candidate.needsEdit.length === 0 ? null : <li>{editHint(candidate)}</li>}
      </ul>
    </details>
  );
}

/** The one thing of a model that is shown as it wrote it. */
const isWordedByModel = (candidate: Candidate) => candidate.cues.some(({ code }) => code === 'MODEL_WORDING');
const editHint = ({ needsEdit }: Candidate) =>
  `${t('triage.edit.title')} ${needsEdit.map((code) => t(`triage.edit.${code}`)).join('; ')}.`;

function Decided({ candidate, isReadOnly, onRestore }: CandidateCardProps) {
  if (candidate.state === 'accepted')
    return (
      <div>
        <p>{candidate.statement}</p>
        {candidate.claimId === null ? null : (
          <p>
            <a href={`/claims/${candidate.claimId}`}>{t('triage.publicPage')}</a>
          </p>
        )}
      </div>
    );
  return (
    <div>
      <p>
        {candidate.rejectReason === null
          ? t('triage.state.rejected')
          : t('triage.rejectedBecause', { reason: t(`reject.${candidate.rejectReason}`) })}
      </p>
      {isReadOnly ? null : (
        <Button variant="default" onClick={onRestore}>
          {t('triage.restore')}
        </Button>
      )}
    </div>
  );
}

function Decision({ candidate, isReadOnly, onDecided, onReject }: CandidateCardProps) {
  const [form, setForm] = useState<TriageForm>(() => formFromCandidate(candidate));
  const [hasTried, setHasTried] = useState(false);
  const [isRejecting, setRejecting] = useState(false);
  const formRef = useRef<HTMLFormElement | null>(null);
  const queryClient = useQueryClient();
  const replace = useReplaceCandidate(candidate.sourceId);
  const faults = findTriageFaults(form);
  const accept = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/candidates/{id}/accept', {
          params: { path: { id: candidate.id } },
          body: acceptBody(form, candidate.version),
        }),
      ),
    onSuccess: (answer) => {
      toast(form.propositionId === null ? t('triage.accepted') : t('triage.joined'));
      replace(answer.candidate);
      for (const queryKey of [['sources', 'list'], ['propositions'], ['me']])
        void queryClient.invalidateQueries({ queryKey });
      onDecided(candidate);
    },
  });
  const tryAccept = () => {
    setHasTried(true);
    if (accept.isPending) return;
    const first = Object.keys(faults)[0];
    if (first === undefined) {
      accept.mutate();
      return;
    }
    announce(t('triage.incomplete'));
    formRef.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  useShortcuts(
    t('triage.title'),
    isReadOnly
      ? []
      : [
          { keys: 'a', label: t('triage.accept'), run: tryAccept },
          { keys: 'x', label: t('triage.reject'), run: () => setRejecting(true) },
          { keys: 'mod+Enter', label: t('triage.accept'), run: tryAccept },
        ],
  );
  const change = (part: Partial<TriageForm>) => setForm((before) => ({ ...before, ...part }));
  if (isReadOnly)
    return (
      <>
        <ReadOnly candidate={candidate} />
        <SecondReading candidate={candidate} onTake={null} />
      </>
    );
  return (
    <>
      <div className="candidate-decide">
        <Button onClick={tryAccept} loading={accept.isPending}>
          {t('triage.accept')} <Keys keys="a" />
        </Button>
        <Button variant="default" aria-expanded={isRejecting} onClick={() => setRejecting(!isRejecting)}>
          {t('triage.reject')} <Keys keys="x" />
        </Button>
      </div>
      {isRejecting ? <RejectChoice onChoose={onReject} onCancel={() => setRejecting(false)} /> : null}
      <ProblemAlert
        error={accept.error}
        onReload={() => void queryClient.invalidateQueries(sourceQuery(candidate.sourceId))}
      />
      <SecondReading candidate={candidate} onTake={change} />
      <form
        ref={formRef}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          tryAccept();
        }}
      >
        <CandidateForm
          form={form}
          faults={hasTried ? faults : {}}
          onChange={change}
          isWordedByModel={isWordedByModel(candidate)}
        />
      </form>
    </>
  );
}

function ReadOnly({ candidate }: { readonly candidate: Candidate }) {
  return (
    <dl className="facts">
      <dt>{t('triage.statement')}</dt>
      <dd>{candidate.statement}</dd>
      <dt>{t('triage.claimant')}</dt>
      <dd>{candidate.claimant}</dd>
      <dt>{t('claim.likelihood')}</dt>
      <dd>
        {candidate.probability === null ? t('likelihood.none') : describeLikelihood(candidate.probability)}
      </dd>
    </dl>
  );
}
