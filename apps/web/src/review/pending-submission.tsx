import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { Keys } from '../shell/keyboard-help.js';
import { t } from '#ui/i18n';
import { undoSubmission, useWaitingSubmission, type Submission } from './submission-queue.js';
import { monotonicMs } from './use-lease.js';

/** The eight seconds in which an answer can be taken back. */
export function PendingSubmission() {
  const submission = useWaitingSubmission();
  return submission === null ? null : <Bar key={submission.sendsAtMs} submission={submission} />;
}

function Bar({ submission }: { readonly submission: Submission }) {
  const navigate = useNavigate();
  const [seconds, setSeconds] = useState(8);
  useEffect(() => {
    const timer = window.setInterval(() => {
      setSeconds(Math.max(0, Math.ceil((submission.sendsAtMs - monotonicMs()) / 1000)));
    }, 250);
    return () => {
      window.clearInterval(timer);
    };
  }, [submission]);
  const undo = () => {
    const undone = undoSubmission();
    if (undone !== null)
      void navigate({ to: '/review/$propositionId', params: { propositionId: undone.propositionId } });
  };
  useShortcuts(t('review.undo.group'), [{ keys: 'z', label: t('action.undo'), run: undo }]);
  return (
    <div className="undo-bar" role="status">
      <p>
        {t('review.undo.text', { statement: submission.statement })}{' '}
        <span aria-hidden="true">{t('review.undo.seconds', { n: seconds })}</span>
      </p>
      <Button size="sm" variant="white" onClick={undo}>
        {t('action.undo')} <Keys keys="z" />
      </Button>
    </div>
  );
}
