import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { isOvertaken } from '../api/problem.js';
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
import { MergeChoice } from './merge-choice.js';
import { RejectChoice } from './reject-choice.js';
import { SecondReading } from './second-reading.js';
import { SplitChoice } from './split-choice.js';
import { acceptBody, findTriageFaults, formFromCandidate, type TriageForm } from './triage-form-state.js';
import { useCandidateList } from './use-decisions.js';

type Candidate = Schemas['Candidate'];

export interface CandidateCardProps {
  readonly candidate: Candidate;
  readonly position: string;
  /** Of the source; null while nobody knows. */
  readonly publishedOn: string | null;
  readonly isReadOnly: boolean;
  /** Somebody else has decided or changed it while it was on screen. */
  readonly isOvertaken: boolean;
  /** Others it might say the same as. */
  readonly mergeChoices: readonly Candidate[];
  /** Whoever has answered second is told. */
  readonly onRefused: (candidateId: string) => void;
  readonly onDecided: (candidate: Candidate) => void;
  readonly onReject: (reason: RejectReason) => void;
  readonly onMerge: (into: Candidate) => void;
  readonly onSplit: (at: number) => void;
  readonly onRestore: () => void;
  /** Undoes the cut that made it. */
  readonly onRejoin: (() => void) | null;
  readonly onStep: (by: number) => void;
  readonly onZoom: () => void;
}

/** One candidate: its words, why the extractor proposes it, and the decision. */
export function CandidateCard(props: CandidateCardProps) {
  const { candidate } = props;
  const card = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // What had the focus went with the last candidate; who hears the page goes on here.
    if (document.activeElement === document.body) card.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article className="candidate" aria-label={props.position} ref={card} tabIndex={-1}>
      <header className="candidate-head">
        <span className="ot-soft">{props.position}</span>
        <span className="tag">{t(`triage.state.${candidate.state}`)}</span>
        {candidate.origin === 'person' ? <span className="tag">{t('triage.byPerson')}</span> : null}
        {candidate.agreement === null ? null : (
          <span className={candidate.agreement === 'both' ? 'tag tag-strong' : 'tag'}>
            {t(`triage.agreement.${candidate.agreement}`)}
          </span>
        )}
        <div className="candidate-steps">
          <Button size="compact-sm" variant="default" onClick={props.onZoom}>
            {t('triage.zoom')} <Keys keys="q" />
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => props.onStep(-1)}>
            {t('help.previous')} <Keys keys="k" />
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => props.onStep(1)}>
            {t('help.next')} <Keys keys="j" />
          </Button>
        </div>
      </header>
      {props.isOvertaken ? <Overtaken candidate={candidate} /> : null}
      <blockquote className="candidate-quote">{candidate.quote}</blockquote>
      {candidate.secondCoding === 'hidden' ? null : <Why candidate={candidate} />}
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

/** Who was faster, and with what: nothing that was typed here has been sent. */
function Overtaken({ candidate }: { readonly candidate: Candidate }) {
  const { decidedBy, state } = candidate;
  return (
    <Alert color="yellow" variant="light" role="status" className="problem">
      {decidedBy === null
        ? t('triage.overtaken.changed')
        : t('triage.overtaken', { name: decidedBy, what: t(`triage.did.${state}`) })}
    </Alert>
  );
}

function Decided({ candidate, isReadOnly, onRestore }: CandidateCardProps) {
  return (
    <div>
      <p>{candidate.statement}</p>
      <p>
        {candidate.rejectReason === null
          ? t(`triage.state.${candidate.state}`)
          : t('triage.rejectedBecause', { reason: t(`reject.${candidate.rejectReason}`) })}
        {candidate.decidedBy === null ? null : (
          <span className="ot-soft"> {t('triage.decidedBy', { name: candidate.decidedBy })}</span>
        )}
      </p>
      <ClaimLink candidate={candidate} />
      {isReadOnly ? null : (
        <Button variant="default" onClick={onRestore}>
          {t('triage.restore')}
        </Button>
      )}
    </div>
  );
}

/** Where the claim of an accepted candidate is to be seen: in public, or by its coders. */
function ClaimLink({ candidate: { claimId, secondCoding } }: { readonly candidate: Candidate }) {
  if (claimId === null) return null;
  if (secondCoding === null)
    return (
      <p>
        <a href={`/claims/${claimId}`}>{t('triage.publicPage')}</a>
      </p>
    );
  return (
    <>
      <p>{secondCoding === 'hidden' ? t('coding.hidden') : t('coding.draft')}</p>
      <p>
        <Link to="/coding/$claimId" params={{ claimId }}>
          {t('coding.draft.link')}
        </Link>
      </p>
    </>
  );
}

function Decision(props: CandidateCardProps) {
  if (props.isReadOnly)
    return (
      <>
        <ReadOnly candidate={props.candidate} />
        <SecondReading candidate={props.candidate} onTake={null} />
      </>
    );
  return <Deciding {...props} />;
}

function Deciding(props: CandidateCardProps) {
  const { candidate } = props;
  const [form, setForm] = useState<TriageForm>(() => formFromCandidate(candidate));
  const [hasTried, setHasTried] = useState(false);
  const formRef = useRef<HTMLFormElement | null>(null);
  const queryClient = useQueryClient();
  const faults = findTriageFaults(form);
  const accept = useAcceptance(props);
  const focus = (field: string) => formRef.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  const tryAccept = () => {
    setHasTried(true);
    if (accept.isPending) return;
    const first = Object.keys(faults)[0];
    if (first === undefined) {
      accept.mutate(form);
      return;
    }
    announce(t('triage.incomplete'));
    focus(first);
  };
  const change = (part: Partial<TriageForm>) => setForm((before) => ({ ...before, ...part }));
  return (
    <>
      <DecisionBar
        {...props}
        isBusy={accept.isPending}
        onAccept={tryAccept}
        onEdit={() => focus('statement')}
      />
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
          publishedOn={props.publishedOn}
        />
      </form>
    </>
  );
}

function useAcceptance({ candidate, onDecided, onRefused }: CandidateCardProps) {
  const list = useCandidateList(candidate.sourceId);
  return useMutation({
    mutationFn: (form: TriageForm) =>
      ask(
        api.POST('/api/v1/candidates/{id}/accept', {
          params: { path: { id: candidate.id } },
          body: acceptBody(form, candidate.version),
        }),
      ),
    onMutate: list.hold,
    onSuccess: (answer, form) => {
      const done = form.propositionId === null ? t('triage.accepted') : t('triage.joined');
      toast(answer.opened ? done : t('coding.accepted'));
      list.put(answer.candidate);
      list.refreshCounts();
      onDecided(candidate);
    },
    onError: (error) => {
      if (!isOvertaken(error)) return;
      onRefused(candidate.id);
      void list.reload();
    },
  });
}

interface DecisionBarProps extends CandidateCardProps {
  readonly isBusy: boolean;
  readonly onAccept: () => void;
  readonly onEdit: () => void;
}

type Asking = 'reject' | 'merge' | 'split';

/** The decisions, each at a key and a button; what needs a word more asks for it right below. */
function DecisionBar(props: DecisionBarProps) {
  const { candidate, isBusy, onAccept, onEdit, onRejoin } = props;
  const [asking, setAsking] = useState<Asking | null>(null);
  const toggle = (what: Asking) => setAsking((before) => (before === what ? null : what));
  useShortcuts(t('triage.title'), [
    { keys: 'a', label: t('triage.accept'), run: onAccept },
    { keys: 'x', label: t('triage.reject'), run: () => setAsking('reject') },
    { keys: 'e', label: t('triage.edit'), run: onEdit },
    { keys: 'm', label: t('triage.merge'), run: () => setAsking('merge') },
    { keys: 's', label: t('triage.split'), run: () => setAsking('split') },
    { keys: 'mod+Enter', label: t('triage.accept'), run: onAccept },
  ]);
  const cancel = () => setAsking(null);
  return (
    <>
      <div className="candidate-decide">
        <Button onClick={onAccept} loading={isBusy}>
          {t('triage.accept')} <Keys keys="a" />
        </Button>
        {(['reject', 'merge', 'split'] as const).map((what) => (
          <Button key={what} variant="default" aria-expanded={asking === what} onClick={() => toggle(what)}>
            {t(`triage.${what}`)} <Keys keys={what === 'reject' ? 'x' : what.charAt(0)} />
          </Button>
        ))}
        {onRejoin === null ? null : (
          <Button variant="default" onClick={onRejoin}>
            {t('triage.rejoin')}
          </Button>
        )}
      </div>
      {asking === 'reject' ? <RejectChoice onChoose={props.onReject} onCancel={cancel} /> : null}
      {asking === 'merge' ? (
        <MergeChoice choices={props.mergeChoices} onChoose={props.onMerge} onCancel={cancel} />
      ) : null}
      {asking === 'split' ? (
        <SplitChoice quote={candidate.quote} onChoose={props.onSplit} onCancel={cancel} />
      ) : null}
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
