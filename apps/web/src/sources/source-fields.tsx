import { TextInput } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { t } from '#ui/i18n';

/** What is known about a source, as fields of a form. */
export interface SourceForm {
  readonly title: string;
  readonly authors: string;
  readonly outlet: string;
  readonly publishedOn: string;
  readonly address: string;
  readonly language: string;
}

type Known = Pick<
  Schemas['SourceDetail'],
  'title' | 'authors' | 'outlet' | 'publishedOn' | 'address' | 'language' | 'origins'
>;

export function toForm({ title, authors, outlet, publishedOn, address, language }: Known): SourceForm {
  return {
    title,
    authors: authors.join(', '),
    outlet: outlet ?? '',
    publishedOn: publishedOn ?? '',
    address: address ?? '',
    language,
  };
}

export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const toNames = (authors: string): string[] =>
  authors.split(',').flatMap((name) => orNull(name) ?? []);

interface SourceFieldsProps {
  readonly known: Known;
  readonly form: SourceForm;
  readonly onChange: (change: Partial<SourceForm>) => void;
  readonly error: unknown;
}

/** The fields, each with where its content was found, as long as that is what stands in it. */
export function SourceFields({ known, form, onChange, error }: SourceFieldsProps) {
  const problem = error instanceof ProblemError ? error : null;
  const before = toForm(known);
  const field = (name: keyof SourceForm) => ({
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
    error: problem?.fieldMessage(name),
    description:
      form[name] === before[name] ? originText(known.origins[name], form[name]) : originText('typed', ''),
  });
  return (
    <div className="form-grid source-fields">
      <TextInput label={t('sources.title')} required maxLength={500} {...field('title')} />
      <TextInput label={t('sources.authors')} placeholder={t('sources.authors.hint')} {...field('authors')} />
      <TextInput label={t('sources.outlet')} maxLength={200} {...field('outlet')} />
      <TextInput type="date" label={t('sources.publishedOn')} {...field('publishedOn')} />
      <TextInput type="url" label={t('sources.address')} placeholder="https://" {...field('address')} />
      <TextInput
        label={t('sources.language')}
        placeholder={t('sources.language.hint')}
        required
        maxLength={35}
        autoCapitalize="none"
        {...field('language')}
      />
    </div>
  );
}

function originText(origin: Schemas['MetadataOrigin'] | null, value: string): string {
  if (origin !== null) return t('origin.from', { where: t(`origin.${origin}`) });
  // Sources older than this knowledge have values of which nobody knows whence.
  return value === '' ? t('origin.none') : '';
}
