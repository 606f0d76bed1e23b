import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { useToday } from '../shell/use-me.js';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';

type Source = Schemas['SourceDetail'];

/** What a source is a copy of, and whether its address still gives what was kept; each with what can be done about it. */
export function SourceKinship({
  source,
  canChange,
}: {
  readonly source: Source;
  readonly canChange: boolean;
}) {
  return (
    <>
      {source.copy === null ? null : <CopyNote source={source} copy={source.copy} canChange={canChange} />}
      {source.address === null ? null : <AddressNote source={source} canChange={canChange} />}
    </>
  );
}

function useChanged() {
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries({ queryKey: ['sources'] });
    await queryClient.invalidateQueries({ queryKey: ['me'] });
  };
}

interface CopyNoteProps {
  readonly source: Source;
  readonly copy: NonNullable<Source['copy']>;
  readonly canChange: boolean;
}

function CopyNote({ source, copy: { original, similarity, isDismissed }, canChange }: CopyNoteProps) {
  const changed = useChanged();
  const params = { params: { path: { id: source.id } } };
  const say = useMutation({
    mutationFn: () =>
      isDismissed
        ? ask(api.POST('/api/v1/sources/{id}/copy-again', params))
        : ask(api.POST('/api/v1/sources/{id}/not-a-copy', params)),
    onSuccess: async () => {
      toast(isDismissed ? t('copy.again.done') : t('copy.not.done'));
      await changed();
    },
  });
  const percent = Math.round(similarity * 100);
  return (
    <div className={isDismissed ? 'kinship' : 'kinship panel'}>
      <p>
        {isDismissed ? t('copy.wasTaken', { percent }) : t('copy.is', { percent })}{' '}
        <Link to="/sources/$sourceId" params={{ sourceId: original.id }}>
          {original.title}
        </Link>
      </p>
      <p className="kinship-actions">
        <Link to="/sources/$sourceId/compare" params={{ sourceId: source.id }} search={{ with: 'original' }}>
          {t('compare.show')}
        </Link>
        {canChange ? (
          <Button variant="default" size="compact-sm" loading={say.isPending} onClick={() => say.mutate()}>
            {isDismissed ? t('copy.again') : t('copy.not')}
          </Button>
        ) : null}
      </p>
      <ProblemAlert error={say.error} />
    </div>
  );
}

function AddressNote({ source, canChange }: { readonly source: Source; readonly canChange: boolean }) {
  const { zone } = useToday();
  const changed = useChanged();
  const fetchAgain = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/v1/sources/{id}/fetch-again', { params: { path: { id: source.id } } })),
    onSuccess: async ({ outcome }) => {
      toast(outcome === 'same' ? t('fetch.same') : t('fetch.differs'));
      await changed();
    },
  });
  const { lastSeen, differs } = source;
  return (
    <div className={differs ? 'kinship panel' : 'kinship'}>
      <p className="kinship-actions">
        {differs ? <span className="tag tag-strong">{t('sources.differs')}</span> : null}
        {lastSeen === null ? null : (
          <span className="ot-soft">
            {differs
              ? t('fetch.differedOn', { date: formatInstantDay(lastSeen.at, zone) })
              : t('fetch.sameOn', { date: formatInstantDay(lastSeen.at, zone) })}
          </span>
        )}
        {differs ? (
          <Link to="/sources/$sourceId/compare" params={{ sourceId: source.id }} search={{ with: undefined }}>
            {t('compare.show')}
          </Link>
        ) : null}
        {canChange ? (
          <Button
            variant="default"
            size="compact-sm"
            loading={fetchAgain.isPending}
            onClick={() => fetchAgain.mutate()}
          >
            {t('fetch.again')}
          </Button>
        ) : null}
      </p>
      <ProblemAlert error={fetchAgain.error} />
    </div>
  );
}
