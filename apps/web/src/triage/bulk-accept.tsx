import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { explainProblem } from '../feedback/explain-problem.js';
import { toast } from '../feedback/toast.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { Keys } from '../shell/keyboard-help.js';
import { useToday } from '../shell/use-me.js';
import { DateText } from '#ui/claim';
import { describeLikelihood } from '#ui/format';
import { t } from '#ui/i18n';
import { wantsALook } from './coached-form.js';
import { isPlain } from './plain-candidate.js';
import { acceptBody, formFromCandidate } from './triage-form-state.js';
import { useCoachOnAll } from './use-coach.js';
import { useCandidateList } from './use-decisions.js';

type Candidate = Schemas['Candidate'];

interface BulkAcceptProps {
  readonly source: Schemas['SourceDetail'];
  readonly candidates: readonly Candidate[];
  readonly onAccepted: (candidateId: string) => void;
}

/** Accepts at once what the extractor is sure of and nothing is to be said about; each is shown before, and can be left out. */
export function BulkAccept({ source, candidates, onAccepted }: BulkAcceptProps) {
  const [isOpen, setOpen] = useState(false);
  const sure = candidates.filter((one) => isPlain(one, source.publishedOn));
  const advice = useCoachOnAll(
    sure.map((one) => ({ id: one.id, form: formFromCandidate(one) })),
    source.publishedOn,
  );
  const plain = sure.filter(({ id }) => {
    const said = advice.get(id);
    return said !== undefined && !wantsALook(said);
  });
  const open = () => {
    if (plain.length > 0) setOpen(true);
  };
  useShortcuts(t('triage.title'), [{ keys: 'A', label: t('triage.bulk'), run: open }]);
  if (plain.length === 0 && !isOpen) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t('triage.bulk.open', { n: plain.length })} <Keys keys="A" />
      </Button>
      {isOpen ? (
        <BulkDialog
          sourceId={source.id}
          offered={plain}
          onAccepted={onAccepted}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

interface BulkDialogProps {
  readonly sourceId: string;
  readonly offered: readonly Candidate[];
  readonly onAccepted: (candidateId: string) => void;
  readonly onClose: () => void;
}

function BulkDialog({ sourceId, offered: first, onAccepted, onClose }: BulkDialogProps) {
  // What is accepted leaves the list behind the dialog, not the dialog.
  const [offered] = useState(first);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [done, setDone] = useState<number | null>(null);
  const list = useCandidateList(sourceId);
  const chosen = offered.filter(({ id }) => !left.has(id));
  const acceptAll = async () => {
    await list.hold();
    const failed = new Map<string, string>();
    for (const [index, candidate] of chosen.entries()) {
      setDone(index);
      await accept(candidate).then(
        (answer) => {
          list.put(answer.candidate);
          onAccepted(candidate.id);
        },
        (error: unknown) => failed.set(candidate.id, explainProblem(error)),
      );
    }
    setDone(null);
    list.refreshCounts();
    toast(t('triage.bulk.done', { n: chosen.length - failed.size }));
    if (failed.size === 0) onClose();
    else void list.reload();
    setRefused(failed);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('triage.bulk')}
      closeButtonProps={{ 'aria-label': t('help.close') }}
    >
      <p className="ot-soft">{t('triage.bulk.hint')}</p>
      <ul className="bulk-list">
        {offered.map((candidate) => (
          <li key={candidate.id}>
            <Checkbox
              checked={!left.has(candidate.id)}
              disabled={done !== null}
              label={candidate.statement}
              description={<Reading candidate={candidate} />}
              error={refused.get(candidate.id)}
              onChange={() =>
                setLeft((before) => {
                  const next = new Set(before);
                  if (!next.delete(candidate.id)) next.add(candidate.id);
                  return next;
                })
              }
            />
          </li>
        ))}
      </ul>
      {done === null ? null : <progress max={chosen.length} value={done} aria-label={t('triage.bulk')} />}
      <Button
        data-autofocus
        disabled={chosen.length === 0 || refused.size > 0}
        loading={done !== null}
        onClick={() => void acceptAll()}
      >
        {t('triage.bulk.do', { n: chosen.length })}
      </Button>
    </Modal>
  );
}

const accept = (candidate: Candidate) =>
  ask(
    api.POST('/api/v1/candidates/{id}/accept', {
      params: { path: { id: candidate.id } },
      body: acceptBody(formFromCandidate(candidate), candidate.version),
    }),
  );

function Reading({ candidate }: { readonly candidate: Candidate }) {
  const { today } = useToday();
  const { claimant, probability, deadline } = candidate;
  return (
    <>
      {claimant} · {probability === null ? t('likelihood.none') : describeLikelihood(probability)}
      {deadline?.deadlineOn === null || deadline === null ? null : (
        <>
          {' · '}
          <DateText on={deadline.deadlineOn} today={today} />
        </>
      )}
    </>
  );
}
