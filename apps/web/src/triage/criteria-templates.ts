import { CRITERIA_TEMPLATES, type CriteriaTemplate, type PropositionKind, type Window } from '#core/domain';
import { t } from '#ui/i18n';

export interface CriteriaChoice {
  readonly id: CriteriaTemplate;
  readonly label: string;
  readonly text: string;
}

/**
 * What could count as yes for a statement of this sort, the usual one first. They name neither the statement nor its
 * deadline: so deadline variants keep the same criteria, and what is known of one says something of the other.
 */
export function criteriaChoices(kind: PropositionKind, window: Window): readonly CriteriaChoice[] {
  const fitting = CRITERIA_TEMPLATES.filter(
    ({ kinds, windows }) =>
      (kinds as readonly PropositionKind[]).includes(kind) && (windows as readonly Window[]).includes(window),
  );
  return fitting.map(({ id }) => ({ id, label: t(`criteria.${id}.label`), text: t(`criteria.${id}`) }));
}

const ALL_TEXTS: ReadonlySet<string> = new Set(CRITERIA_TEMPLATES.map(({ id }) => t(`criteria.${id}`)));

/** The criteria after kind or window have changed: a template nobody touched gives way to the one that fits now. */
export function criteriaAfter(criteria: string, kind: PropositionKind, window: Window): string {
  const isUntouched = criteria.trim() === '' || ALL_TEXTS.has(criteria);
  const choices = criteriaChoices(kind, window);
  if (!isUntouched || choices.some(({ text }) => text === criteria)) return criteria;
  return choices[0]?.text ?? criteria;
}
