import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, ask } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { announce } from '../feedback/announcer.js';
import { Page } from '../feedback/page.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { BATCH_AT_MOST } from '#core/domain';
import { t } from '#ui/i18n';
import { FeedOffer } from './feed-offer.js';
import { GiveSource } from './give-source.js';
import { type Given, nameOfGiven, refuseFile, toBase64 } from './given.js';
import { useGiveBatch } from './use-give-batch.js';
import { ReadSource } from './read-source.js';
import type { SourceForm } from './source-fields.js';
import { useFileDrop } from './use-file-drop.js';

/** Gives a text to be read, shows what was read, and keeps it when that is right. */
export function NewSourcePage() {
  const search = useSearch({ from: '/shell/sources/new' });
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const read = useMutation({
    mutationFn: (given: Given) => ask(api.POST('/api/v1/sources/preview', { body: given })),
    onSuccess: () => announce(t('read.done')),
  });
  const give = (given: Given) => {
    setFileProblem(null);
    read.mutate(given);
  };
  const batch = useGiveBatch();
  const refuse = (problem: string) => {
    read.reset();
    batch.reset();
    setFileProblem(problem);
  };
  const giveFiles = (files: readonly File[]) => {
    const [file] = files;
    if (file === undefined || read.isPending || batch.isPending) return;
    if (files.length > BATCH_AT_MOST) refuse(t('give.tooMany', { n: files.length }));
    else if (files.length > 1) batch.mutate({ files, addresses: [] });
    else if (refuseFile(file) !== null) refuse(refuseFile(file) ?? '');
    else
      void toBase64(file).then(
        (base64) => give({ from: 'file', name: file.name, base64 }),
        () => refuse(t('give.unreadable', { name: file.name })),
      );
  };
  const giveAddresses = (addresses: readonly string[]) => {
    const [one] = addresses;
    if (addresses.length > BATCH_AT_MOST) refuse(t('give.tooMany', { n: addresses.length }));
    else if (addresses.length > 1) batch.mutate({ files: [], addresses });
    else if (one !== undefined) give({ from: 'address', address: one });
  };
  const isOver = useFileDrop(giveFiles);
  const { address } = search;
  const hasBegun = useRef(false);
  useEffect(() => {
    // Come from a feed's item: its address is read at once.
    if (address === undefined || hasBegun.current) return;
    hasBegun.current = true;
    read.mutate({ from: 'address', address });
  }, [address, read]);
  return (
    <Page title={t('sources.add')} lead={t('sources.add.lead')}>
      {isOver ? <p className="drop-here">{t('give.files.drop')}</p> : null}
      {read.data === undefined ? (
        <GiveSource
          firstAddress={address ?? ''}
          isReading={read.isPending || batch.isPending}
          addressProblem={read.error instanceof ProblemError ? read.error.fieldMessage('address') : undefined}
          onGiven={give}
          onAddresses={giveAddresses}
          onFiles={giveFiles}
        />
      ) : (
        <div className="given-line">
          <p>{nameOfGiven(read.variables)}</p>
          <Button variant="default" size="compact-sm" onClick={() => read.reset()}>
            {t('give.again')}
          </Button>
        </div>
      )}
      {read.isPending ? (
        <p role="status">{t('give.reading', { name: nameOfGiven(read.variables) })}</p>
      ) : null}
      <Refusal error={read.error ?? batch.error} given={read.variables} fileProblem={fileProblem} />
      {read.data === undefined ? null : (
        <ReadSource given={read.variables} read={read.data} said={saidBy(search, read.variables)} />
      )}
    </Page>
  );
}

interface RefusalProps {
  readonly error: unknown;
  readonly given: Given | undefined;
  readonly fileProblem: string | null;
}

function Refusal({ error, given, fileProblem }: RefusalProps) {
  if (fileProblem !== null)
    return (
      <p className="flag" role="alert">
        {fileProblem}
      </p>
    );
  if (error instanceof ProblemError && error.code === 'DOCUMENT.IS_FEED' && given?.from === 'address')
    return <FeedOffer address={given.address} />;
  return <ProblemAlert error={error} />;
}

/** What a feed said of the article counts for the article at its address only. */
function saidBy(
  {
    address,
    title,
    on,
  }: { address?: string | undefined; title?: string | undefined; on?: string | undefined },
  given: Given,
): Partial<SourceForm> {
  if (given.from !== 'address' || given.address !== address) return {};
  return { ...(title === undefined ? {} : { title }), ...(on === undefined ? {} : { publishedOn: on }) };
}
