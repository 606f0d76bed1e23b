import { useEffect, useState } from 'react';
import type { Advice } from '#core/coach';
import { useToday } from '../shell/use-me.js';
import { coachedOf } from './coached-form.js';
import type { TriageForm } from './triage-form-state.js';

// The coach reads with the extractor's words, which are a megabyte: they come when they are needed.
const loadCoach = () => import('#core/coach');

/** While somebody types nothing is read; a moment later it is. */
const QUIET_MS = 300;

/** What there is to say about the card as it stands, a moment after it was changed. */
export function useCoach(form: TriageForm, publishedOn: string | null): readonly Advice[] {
  const { today } = useToday();
  const [advice, setAdvice] = useState<readonly Advice[]>([]);
  const key = JSON.stringify(coachedOf(form));
  useEffect(() => {
    let isCurrent = true;
    const timer = window.setTimeout(() => {
      void loadCoach().then(({ coachStatement }) => {
        if (!isCurrent) return;
        const card = JSON.parse(key) as ReturnType<typeof coachedOf>;
        setAdvice(coachStatement(card, { publishedOn, today }));
      });
    }, QUIET_MS);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [key, publishedOn, today]);
  return advice;
}

export interface ToRead {
  readonly id: string;
  readonly form: TriageForm;
}

const pause = () => new Promise((resolve) => window.setTimeout(resolve, 0));

/** Reads several cards one by one, so that the page stays answerable; the advice on each by its id, once it is read. */
export function useCoachOnAll(
  cards: readonly ToRead[],
  publishedOn: string | null,
): ReadonlyMap<string, readonly Advice[]> {
  const { today } = useToday();
  const [read, setRead] = useState<ReadonlyMap<string, readonly Advice[]>>(new Map());
  const key = JSON.stringify(cards.map(({ id, form }) => [id, coachedOf(form)]));
  useEffect(() => {
    let isCurrent = true;
    const readAll = async () => {
      const { coachStatement } = await loadCoach();
      const found = new Map<string, readonly Advice[]>();
      for (const [id, card] of JSON.parse(key) as [string, ReturnType<typeof coachedOf>][]) {
        await pause();
        if (!isCurrent) return;
        found.set(id, coachStatement(card, { publishedOn, today }));
      }
      setRead(found);
    };
    void readAll();
    return () => {
      isCurrent = false;
    };
  }, [key, publishedOn, today]);
  return read;
}
