import { Button } from '@mantine/core';
import { announce } from '../feedback/announcer.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { Keys } from '../shell/keyboard-help.js';
import type { Advice } from '#core/coach';
import { formatDate } from '#ui/format';
import { type PlainMessageId, t } from '#ui/i18n';
import { formPartOfFix } from './coached-form.js';
import type { TriageForm } from './triage-form-state.js';
import { useCoach } from './use-coach.js';

interface CoachPanelProps {
  readonly form: TriageForm;
  readonly publishedOn: string | null;
  readonly onChange: (part: Partial<TriageForm>) => void;
}

/** What could be worded better, as one types; what is safe to mend is mended at one key. */
export function CoachPanel({ form, publishedOn, onChange }: CoachPanelProps) {
  const advice = useCoach(form, publishedOn);
  const first = advice.find(({ fix }) => fix !== null);
  const apply = ({ code, fix }: Advice) => {
    if (fix === null) return;
    onChange(formPartOfFix(fix));
    announce(t('coach.fixed', { what: fixLabel(code) }));
  };
  useShortcuts(t('triage.title'), [
    {
      keys: 'f',
      label: t('coach.fix'),
      run: () => {
        if (first === undefined) announce(t('coach.nothing'));
        else apply(first);
      },
    },
  ]);
  return (
    <div className="coach" role="status" aria-label={t('coach.title')}>
      {advice.length === 0 ? null : (
        <ul>
          {advice.map((one) => (
            <li key={one.code} className={`coach-${one.weight}`}>
              <span>
                <strong>{t(`coach.weight.${one.weight}`)}</strong> {say(one)}
              </span>
              {one.fix === null ? null : (
                <Button size="compact-xs" variant="default" onClick={() => apply(one)}>
                  {fixLabel(one.code)} {one === first ? <Keys keys="f" /> : null}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const IN_DATES: ReadonlySet<Advice['code']> = new Set(['DEADLINE_BEFORE_PUBLICATION', 'ALREADY_DUE']);

const wordsOf = ({ code, words }: Advice): string => (IN_DATES.has(code) ? formatDate(words) : words);

/** What one key does, for what it does anything about. */
const FIX_LABELS: Partial<Record<Advice['code'], PlainMessageId>> = {
  NEGATED: 'coach.fix.NEGATED',
  DEADLINE_BEFORE_PUBLICATION: 'coach.fix.DEADLINE_BEFORE_PUBLICATION',
  HEDGED: 'coach.fix.HEDGED',
  DEADLINE_DIFFERS: 'coach.fix.DEADLINE_DIFFERS',
  NO_DEADLINE: 'coach.fix.NO_DEADLINE',
};

const fixLabel = (code: Advice['code']): string => t(FIX_LABELS[code] ?? 'coach.fix');

function say(one: Advice): string {
  if (one.code === 'NO_DEADLINE') return t('coach.NO_DEADLINE');
  return t(`coach.${one.code}`, { words: wordsOf(one) });
}
