import type { Schemas } from '../api/client.js';
import { t } from '#ui/i18n';

type Note = Schemas['SourceNote'];

/** What the curator should know about how the text was read: its language, tags left in, characters gone wrong. */
export function SourceNotes({ notes }: { readonly notes: readonly Note[] }) {
  return notes.map((note) => (
    <p className="flag" key={note.code}>
      {messageOf(note)}
    </p>
  ));
}

function messageOf({ code, languageName }: Note): string {
  if (code === 'NOT_ENGLISH') return t('triage.note.NOT_ENGLISH', { language: languageName ?? 'none' });
  if (code === 'PARTLY_ENGLISH')
    return t('triage.note.PARTLY_ENGLISH', { language: languageName ?? t('triage.note.otherLanguage') });
  return t(`triage.note.${code}`);
}
