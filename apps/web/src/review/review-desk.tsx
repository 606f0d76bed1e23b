import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { draftQuery, inboxQuery } from '../api/queries.js';
import { announce } from '../feedback/announcer.js';
import { Page } from '../feedback/page.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast, toastProblem } from '../feedback/toast.js';
import type { PropositionMatch } from '../matches/matched-events.js';
import { t } from '#ui/i18n';
import { LeaseClock } from './lease-clock.js';
import { ReviewFormPanel } from './review-form-panel.js';
import { bodyOf, emptyEvidence, formFromDraft, nextKey, type ReviewForm } from './review-form-state.js';
import { ReviewReading } from './review-reading.js';
import { submitLater, waitingPropositionId } from './submission-queue.js';
import { useAutosave } from './use-autosave.js';
import { useLease } from './use-lease.js';

interface ReviewDeskProps {
  readonly proposition: Schemas['PropositionDetail'];
  readonly saved: Schemas['ReviewDraft'];
}

export function ReviewDesk({ proposition, saved }: ReviewDeskProps) {
  const [form, setForm] = useState<ReviewForm>(() => formFromDraft(saved.draft));
  const lease = useLease(proposition.id);
  const autosave = useAutosave(proposition.id, bodyOf(form));
  const submit = useSubmit(proposition);
  const change = (part: Partial<ReviewForm>) => {
    setForm((before) => ({ ...before, ...part }));
  };
  const takeMatch = (match: PropositionMatch) => {
    setForm((before) => withEvidence(before, match));
    announce(t('review.evidence.added'));
  };
  return (
    <Page title={t('review.title')} actions={<LeaseClock lease={lease} />} wide>
      {lease.kind === 'failed' ? <ProblemAlert error={lease.error} /> : null}
      <div className="desk">
        <ReviewReading proposition={proposition} onUseMatch={takeMatch} />
        <ReviewFormPanel
          proposition={proposition}
          form={form}
          onChange={change}
          saveState={autosave.state}
          onSave={autosave.saveNow}
          isRestored={saved.draft !== null}
          canSubmit={lease.kind === 'held'}
          onSubmit={() => {
            if (lease.kind === 'held') submit(form, lease.leaseId);
          }}
        />
      </div>
    </Page>
  );
}

function withEvidence(form: ReviewForm, match: PropositionMatch): ReviewForm {
  const occurredOn = form.occurredOn === '' ? (match.occurredOn ?? '') : form.occurredOn;
  if (form.evidence.some((other) => other.url === match.url)) return { ...form, occurredOn };
  const row = {
    ...emptyEvidence(nextKey(form.evidence)),
    url: match.url ?? '',
    title: match.title,
    publishedOn: match.publishedAt.slice(0, 10),
  };
  // An empty row that waits to be filled is filled.
  const rows = form.evidence.filter((other) => other.url !== '' || other.title !== '' || other.note !== '');
  return {
    ...form,
    evidence: [...rows, row],
    occurredOn,
  };
}

/** Sends the answer after the time for undo, and goes on with the next proposition at once. */
function useSubmit(proposition: Schemas['PropositionDetail']) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return (form: ReviewForm, leaseId: string) => {
    const { answer, ...rest } = bodyOf(form);
    if (answer === undefined) return;
    submitLater({
      propositionId: proposition.id,
      statement: proposition.statement,
      body: {
        leaseId,
        answer,
        voidReason: rest.voidReason ?? null,
        occurredOn: rest.occurredOn ?? null,
        impossibleNow: rest.impossibleNow ?? false,
        evidence: rest.evidence ?? [],
        confidence: rest.confidence ?? null,
        searchNote: rest.searchNote ?? '',
        note: rest.note ?? '',
      },
      onSent: (result) => {
        queryClient.removeQueries(draftQuery(proposition.id));
        toast(t(`review.sent.${result}`));
        for (const queryKey of [['inbox'], ['me'], ['propositions']])
          void queryClient.invalidateQueries({ queryKey });
      },
      onFailed: toastProblem,
    });
    const items = queryClient.getQueryData(inboxQuery.queryKey)?.items ?? [];
    const next = nextInInbox(items, proposition.id);
    if (next === null) {
      announce(t('review.inboxDone'));
      void navigate({ to: '/inbox' });
      return;
    }
    announce(t('review.next', { statement: next.statement }));
    void navigate({ to: '/review/$propositionId', params: { propositionId: next.propositionId } });
  };
}

/** The item after this one, else the first that is left. */
function nextInInbox(items: readonly Schemas['InboxItem'][], currentId: string): Schemas['InboxItem'] | null {
  const position = items.findIndex((item) => item.propositionId === currentId);
  const order = [...items.slice(position + 1), ...items.slice(0, Math.max(0, position))];
  return order.find((item) => item.propositionId !== waitingPropositionId()) ?? null;
}
