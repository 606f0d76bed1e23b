import { PROPOSITION_KINDS, WINDOWS } from '#core/domain';
import { criteriaAfter, criteriaChoices } from './criteria-templates.js';

it('has criteria to choose from for every sort of statement and window', () => {
  for (const kind of PROPOSITION_KINDS)
    for (const window of WINDOWS) expect(criteriaChoices(kind, window).length).toBeGreaterThanOrEqual(2);
});

it('follows the sort of statement until somebody has written criteria of their own', () => {
  const usual = criteriaAfter('', 'change', 'by');
  expect(usual).toBe(criteriaChoices('change', 'by')[0]?.text);
  const other = criteriaAfter(usual, 'quantity', 'at');
  expect(other).not.toBe(usual);
  expect(criteriaAfter('Counts when the mayor says so.', 'quantity', 'at')).toBe(
    'Counts when the mayor says so.',
  );
});

it('keeps a template somebody chose while it still fits', () => {
  const chosen = criteriaChoices('change', 'by')[2]?.text ?? '';
  expect(criteriaAfter(chosen, 'change', 'during')).toBe(chosen);
});

it('names no date and no statement, so that deadline variants share their criteria', () => {
  for (const { text } of criteriaChoices('change', 'by')) expect(text).not.toMatch(/\d{4}|\{/);
});
