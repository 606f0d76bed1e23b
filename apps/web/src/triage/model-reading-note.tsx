import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../api/client.js';
import { sourceQuery } from '../api/queries.js';
import { announce } from '../feedback/announcer.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import type { Agreement } from '#core/domain';
import { t } from '#ui/i18n';

type Source = Schemas['SourceDetail'];
type Reading = Schemas['ModelReading'];

/** How the text was read: by the rules, and, where one is set up, by a language model; what became of that. */
export function ModelReadingNote({ source, canAsk }: { readonly source: Source; readonly canAsk: boolean }) {
  const { modelReading, canAskModel } = source;
  if (modelReading === null && !(canAskModel && canAsk)) return null;
  return (
    <section className="model-reading" aria-label={t('model.title')}>
      <div role="status">
        {modelReading === null ? <p>{t('model.none')}</p> : <State reading={modelReading} source={source} />}
      </div>
      {canAskModel && canAsk ? <AskModel source={source} isAgain={modelReading !== null} /> : null}
      {modelReading === null ? null : <Dropped dropped={modelReading.dropped} />}
    </section>
  );
}

function State({ reading, source }: { readonly reading: Reading; readonly source: Source }) {
  const { state, model, fault, parts, partsDone } = reading;
  const why = fault === null ? '' : t(`modelFault.${fault.code}`);
  if (state === 'finished') {
    const count = (who: Agreement) =>
      source.candidateList.filter(({ agreement }) => agreement === who).length;
    return (
      <p>
        {t('model.finished', { model, both: count('both'), rules: count('rules'), byModel: count('model') })}
      </p>
    );
  }
  return (
    <>
      <p className={state === 'failed' ? 'flag' : undefined}>
        {state === 'failed'
          ? t('model.failed', { model, fault: why })
          : t('model.waiting', { model, done: partsDone, parts })}
      </p>
      {state === 'waiting' && fault !== null ? <p>{t('model.waiting.fault', { fault: why })}</p> : null}
      {fault === null || fault.detail === '' ? null : (
        <p className="ot-soft">{t('model.detail', { detail: fault.detail })}</p>
      )}
    </>
  );
}

function Dropped({ dropped }: { readonly dropped: Reading['dropped'] }) {
  if (dropped.length === 0) return null;
  const n = dropped.reduce((sum, { count }) => sum + count, 0);
  return (
    <details>
      <summary>{t('model.dropped', { n })}</summary>
      <ul>
        {dropped.map(({ reason, count }) => (
          <li key={reason}>{t(`drop.${reason}`, { n: count })}</li>
        ))}
      </ul>
      <p className="ot-soft">{t('model.dropped.why')}</p>
    </details>
  );
}

function AskModel({ source, isAgain }: { readonly source: Source; readonly isAgain: boolean }) {
  const queryClient = useQueryClient();
  const send = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/v1/sources/{id}/model-reading', { params: { path: { id: source.id } } })),
    onSuccess: () => {
      announce(t('model.asked'));
      return queryClient.invalidateQueries(sourceQuery(source.id));
    },
  });
  return (
    <>
      <Button size="xs" variant="default" loading={send.isPending} onClick={() => send.mutate()}>
        {isAgain ? t('model.askAgain') : t('model.ask')}
      </Button>
      <ProblemAlert error={send.error} />
    </>
  );
}
