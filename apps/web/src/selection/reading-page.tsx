import { Button, CloseButton, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { readingQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { QueryView } from '../feedback/states.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { findWords, type Marked, readMarked } from '../triage/text-place.js';
import { t } from '#ui/i18n';

type Reading = Schemas['BlindReading'];
type Span = Reading['marks'][number];

/** A text as it was published, to mark in what it says will happen. */
export function ReadingPage() {
  const { readingId } = useParams({ from: '/shell/readings/$readingId' });
  const query = useQuery({ ...readingQuery(readingId), refetchOnWindowFocus: false });
  return (
    <Page title={query.data?.title ?? t('selection.open')} lead={t('reading.lead')} wide>
      <QueryView query={query}>{(reading) => <ReadingDesk key={reading.id} reading={reading} />}</QueryView>
    </Page>
  );
}

function ReadingDesk({ reading }: { readonly reading: Reading }) {
  const boxRef = useRef<HTMLDivElement | null>(null);
  const { marks, add, remove, save } = useMarks(reading);
  if (reading.isFinished) return <p>{t('reading.finished.text')}</p>;
  return (
    <div className="triage">
      <div className="source-text" ref={boxRef} tabIndex={0} role="region" aria-label={t('reading.text')}>
        {cutAtMarks(reading.text, marks).map((run) =>
          run.isMarked ? (
            <mark key={run.start} className="highlight highlight-accepted" data-start={run.start}>
              {run.words}
            </mark>
          ) : (
            <span key={run.start} data-start={run.start}>
              {run.words}
            </span>
          ),
        )}
      </div>
      <div>
        <MarkForm text={reading.text} boxRef={boxRef} onMark={add} />
        <Title order={2}>{t('reading.marks', { n: marks.length })}</Title>
        {marks.length === 0 ? <p className="ot-soft">{t('reading.marks.none')}</p> : null}
        <ul className="row-list">
          {marks.map((mark) => {
            const words = reading.text.slice(mark.start, mark.end);
            return (
              <li key={mark.start}>
                <CloseButton aria-label={t('reading.remove', { words })} onClick={() => remove(mark)} />{' '}
                {words}
              </li>
            );
          })}
        </ul>
        <div className="candidate-steps">
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate(false)}>
            {t('reading.save')}
          </Button>
          <Button
            loading={save.isPending}
            onClick={() => {
              if (window.confirm(t('reading.finish.sure', { n: marks.length }))) save.mutate(true);
            }}
          >
            {t('reading.finish')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** What is marked, in the order of the text; kept on the server by `save`, for good where it is told that it is finished. */
function useMarks(reading: Reading) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [marks, setMarks] = useState<readonly Span[]>(reading.marks);
  const save = useMutation({
    mutationFn: (isFinished: boolean) =>
      ask(
        api.PUT('/api/v1/blind-readings/{id}', {
          params: { path: { id: reading.id } },
          body: { marks: marks.map(({ start, end }) => ({ start, end })), isFinished },
        }),
      ),
    onSuccess: async (_nothing, isFinished) => {
      toast(isFinished ? t('reading.finished') : t('reading.saved'));
      await queryClient.invalidateQueries({ queryKey: ['selection'] });
      if (isFinished) await navigate({ to: '/selection' });
    },
    onError: toastProblem,
  });
  const add = ({ start, end }: Marked) =>
    setMarks((before) =>
      // One stretch of the text is one prediction.
      [...before.filter((mark) => mark.end <= start || mark.start >= end), { start, end }].sort(
        (a, b) => a.start - b.start,
      ),
    );
  const remove = (mark: Span) => setMarks((before) => before.filter((other) => other !== mark));
  return { marks, add, remove, save };
}

interface Run {
  readonly start: number;
  readonly words: string;
  readonly isMarked: boolean;
}

function cutAtMarks(text: string, marks: readonly Span[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start > at) runs.push({ start: at, words: text.slice(at, start), isMarked: false });
    runs.push({ start, words: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) runs.push({ start: at, words: text.slice(at), isMarked: false });
  return runs;
}

interface MarkFormProps {
  readonly text: string;
  readonly boxRef: RefObject<HTMLDivElement | null>;
  readonly onMark: (marked: Marked) => void;
}

/** Marks what is selected, or words typed as they stand in the text, for who has no mouse. */
function MarkForm({ text, boxRef, onMark }: MarkFormProps) {
  const [selected, setSelected] = useState<Marked | null>(null);
  const [words, setWords] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    const look = () => setSelected(readMarked(boxRef.current, text));
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      const now = readMarked(boxRef.current, text);
      if (now === null) return;
      event.preventDefault();
      window.getSelection()?.removeAllRanges();
      onMark(now);
    };
    document.addEventListener('selectionchange', look);
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('keydown', press);
    };
  }, [boxRef, text, onMark]);
  return (
    <form
      className="mend-choice"
      onSubmit={(event) => {
        event.preventDefault();
        const found = selected ?? findWords(text, words);
        if (typeof found === 'number') {
          setFault(t('reading.mark.places', { n: found }));
          return;
        }
        window.getSelection()?.removeAllRanges();
        setWords('');
        onMark(found);
      }}
    >
      <TextInput
        label={t('reading.mark.words')}
        value={words}
        error={fault}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setFault(null);
        }}
      />
      {/* Pressed with the mouse it must not take the selection away. */}
      <Button type="submit" size="compact-sm" onMouseDown={(event) => event.preventDefault()}>
        {selected === null ? t('reading.mark') : t('reading.mark.selected')}
      </Button>
    </form>
  );
}
