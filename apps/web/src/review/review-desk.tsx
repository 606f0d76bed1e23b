import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { propositionQuery } from '../api/queries.js';
import { announce } from '../feedback/announcer.js';
import { Page } from '../feedback/page.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toastProblem } from '../feedback/toast.js';
import { SkipDialog, SnoozeDialog } from '../inbox/defer-dialog.js';
import { useSkip, useSnooze } from '../inbox/use-inbox-actions.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import type { PropositionMatch } from '../matches/matched-events.js';
import { Keys } from '../shell/keyboard-help.js';
import { t } from '#ui/i18n';
import { useClarificationsSince } from './clarification-list.js';
import { LeaseClock } from './lease-clock.js';
import { ReviewFormPanel } from './review-form-panel.js';
import { bodyOf, emptyEvidence, formFromDraft, nextKey, type ReviewForm } from './review-form-state.js';
import { ReviewReading } from './review-reading.js';
import { useAutosave } from './use-autosave.js';
import { type LeaseState, useLease } from './use-lease.js';
import { useNeighbours } from './use-neighbours.js';
import { useSubmit } from './use-submit.js';

interface ReviewDeskProps {
  readonly proposition: Schemas['PropositionDetail'];
  readonly saved: Schemas['ReviewDraft'];
}

export function ReviewDesk({ proposition, saved }: ReviewDeskProps) {
  const [form, setForm] = useState<ReviewForm>(() => formFromDraft(saved.draft));
  const { lease, retake } = useLease(proposition.id);
  const autosave = useAutosave(proposition.id, bodyOf(form));
  const newSince = useClarificationsSince(proposition, saved.savedAt);
  const submit = useSubmit(proposition);
  const change = (part: Partial<ReviewForm>) => {
    setForm((before) => ({ ...before, ...part }));
  };
  const takeMatch = (match: PropositionMatch) => {
    setForm((before) => withEvidence(before, match));
    announce(t('review.evidence.added'));
  };
  return (
    <Page
      title={t('review.title')}
      actions={<DeskActions id={proposition.id} lease={lease} retake={retake} />}
      wide
    >
      {lease.kind === 'failed' ? (
        <div className="lease-failed">
          <ProblemAlert error={lease.error} />
          <Button variant="default" size="compact-sm" onClick={retake}>
            {t('review.lease.again')}
          </Button>
        </div>
      ) : null}
      <div className="desk">
        <ReviewReading
          proposition={proposition}
          onUseMatch={takeMatch}
          blindness={proposition.isBlind ? <Blindness id={proposition.id} /> : null}
          newSince={newSince}
        />
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

interface DeskActionsProps {
  readonly id: string;
  readonly lease: LeaseState;
  readonly retake: () => void;
}

/** The time that is left, and the ways out other than an answer. */
function DeskActions({ id, lease, retake }: DeskActionsProps) {
  const { go, goOn } = useNeighbours(id);
  const snooze = useSnooze();
  const skip = useSkip();
  const [dialog, setDialog] = useState<'snooze' | 'skip' | null>(null);
  const leave = () => {
    setDialog(null);
    void goOn();
  };
  useShortcuts(t('nav.inbox'), [
    { keys: 'n', label: t('help.next'), run: () => go(1) },
    { keys: 'p', label: t('help.previous'), run: () => go(-1) },
    { keys: 's', label: t('inbox.snooze'), run: () => setDialog('snooze') },
    { keys: 'd', label: t('inbox.skip'), run: () => setDialog('skip') },
  ]);
  return (
    <>
      {lease.kind === 'failed' ? null : <LeaseClock lease={lease} onRetake={retake} />}
      <Button variant="default" size="sm" onClick={() => setDialog('snooze')}>
        {t('inbox.snooze')} <Keys keys="s" />
      </Button>
      <Button variant="default" size="sm" onClick={() => setDialog('skip')}>
        {t('inbox.skip')} <Keys keys="d" />
      </Button>
      {dialog === 'snooze' ? (
        <SnoozeDialog
          onClose={() => setDialog(null)}
          onChoose={(untilOn) => {
            snooze.mutate({ ids: [id], untilOn });
            leave();
          }}
        />
      ) : null}
      {dialog === 'skip' ? (
        <SkipDialog
          onClose={() => setDialog(null)}
          onChoose={(reason, note) => {
            skip.mutate({ id, reason, note });
            leave();
          }}
        />
      ) : null}
    </>
  );
}

/** That the claimants are hidden, and the way to see them all the same. */
function Blindness({ id }: { readonly id: string }) {
  const queryClient = useQueryClient();
  const unblind = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/propositions/{id}/unblinding', { params: { path: { id } } })),
    onSuccess: (shown) => queryClient.setQueryData(propositionQuery(id).queryKey, shown),
    onError: toastProblem,
  });
  return (
    <p className="blindness">
      {t('review.blind')}{' '}
      <Button variant="subtle" size="compact-sm" loading={unblind.isPending} onClick={() => unblind.mutate()}>
        {t('review.blind.show')}
      </Button>{' '}
      <span className="ot-soft">{t('review.blind.hint')}</span>
    </p>
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
