import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { SourceNotes } from '../triage/source-notes.js';
import { t } from '#ui/i18n';
import type { Given } from './given.js';
import { orNull, SourceFields, type SourceForm, toForm, toNames } from './source-fields.js';

type Preview = Schemas['SourcePreview'];

interface ReadSourceProps {
  readonly given: Given;
  readonly read: Preview;
  /** What is known already from elsewhere, as from a feed. */
  readonly said: Partial<SourceForm>;
}

/** What was read of what was given: to be checked, corrected and kept. */
export function ReadSource({ given, read, said }: ReadSourceProps) {
  const [form, setForm] = useState<SourceForm>(() => fillIn(toForm(read), said));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [read]);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const add = useMutation({
    mutationFn: () => send(given, changes(form, read)),
    onSuccess: async ({ source, created }) => {
      toast(created ? t('sources.added') : t('sources.known'));
      await queryClient.invalidateQueries({ queryKey: ['sources'] });
      await queryClient.invalidateQueries({ queryKey: ['me'] });
      await navigate({ to: '/sources/$sourceId', params: { sourceId: source.id } });
    },
  });
  const isCut = read.text.length < read.characters;
  return (
    <section className="read-source">
      <h2 ref={heading} tabIndex={-1}>
        {t('read.title')}
      </h2>
      <p className="ot-soft">{t('read.from', { kind: t(`read.kind.${read.kind}`), n: read.characters })}</p>
      <SourceNotes notes={read.notes} />
      <Kinship read={read} />
      {read.known === null ? (
        <form
          className="form read-form"
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          <SourceFields
            known={read}
            form={form}
            onChange={(change) => setForm((before) => ({ ...before, ...change }))}
            error={add.error}
          />
          {form.publishedOn === '' ? <p className="flag">{t('read.noDate')}</p> : null}
          <ProblemAlert error={add.error} />
          <Button type="submit" loading={add.isPending} className="form-submit">
            {t('sources.submit')}
          </Button>
        </form>
      ) : null}
      <h2>{isCut ? t('read.text.beginning') : t('read.text')}</h2>
      <div
        className="read-text"
        lang={read.language}
        dir="auto"
        role="region"
        tabIndex={0}
        aria-label={t('read.text')}
      >
        {read.text}
        {isCut ? ' …' : null}
      </div>
    </section>
  );
}

/** What the document says of itself comes before what others say of it. */
function fillIn(form: SourceForm, { title, publishedOn }: Partial<SourceForm>): SourceForm {
  return {
    ...form,
    title: form.title === '' ? (title ?? '') : form.title,
    publishedOn: form.publishedOn === '' ? (publishedOn ?? '') : form.publishedOn,
  };
}

/** What is here already and has to do with it. */
function Kinship({ read: { known, sameAddress, copyOf } }: { readonly read: Preview }) {
  if (known !== null) return <KinLine text={t('read.known')} source={known} />;
  if (sameAddress !== null) return <KinLine text={t('read.sameAddress')} source={sameAddress} />;
  if (copyOf === null) return null;
  const percent = Math.round(copyOf.similarity * 100);
  return <KinLine text={t('read.copyOf', { percent })} source={copyOf} />;
}

function KinLine({
  text,
  source,
}: {
  readonly text: string;
  readonly source: { id: string; title: string };
}) {
  return (
    <p className="panel kin-line">
      {text}{' '}
      <Link to="/sources/$sourceId" params={{ sourceId: source.id }}>
        {source.title}
      </Link>
    </p>
  );
}

/** Only what a person changed is sent: of the rest it stays known where it was found. */
function changes(form: SourceForm, read: Preview) {
  const before = toForm(read);
  const isChanged = (name: keyof SourceForm) => form[name].trim() !== before[name].trim();
  return {
    ...(isChanged('title') ? { title: form.title.trim() } : {}),
    ...(isChanged('authors') ? { authors: toNames(form.authors) } : {}),
    ...(isChanged('outlet') ? { outlet: orNull(form.outlet) } : {}),
    ...(isChanged('publishedOn') ? { publishedOn: orNull(form.publishedOn) } : {}),
    ...(isChanged('address') ? { address: orNull(form.address) } : {}),
    ...(isChanged('language') ? { language: form.language.trim() } : {}),
  };
}

type Changes = ReturnType<typeof changes>;

function send(given: Given, { address, ...said }: Changes): Promise<Schemas['AddedDocument']> {
  const published = address === undefined ? {} : { address };
  if (given.from === 'text')
    return ask(api.POST('/api/v1/sources', { body: { text: given.text, ...said, ...published } }));
  if (given.from === 'file') {
    const { name, base64 } = given;
    return ask(api.POST('/api/v1/sources/from-file', { body: { name, base64, ...said, ...published } }));
  }
  const body = {
    address: given.address,
    ...said,
    ...(address === undefined ? {} : { sourceAddress: address }),
  };
  return ask(api.POST('/api/v1/sources/from-address', { body }));
}
