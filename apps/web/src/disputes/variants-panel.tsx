import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { formatDate, outcomeWord } from '#ui/format';
import { t } from '#ui/i18n';

/** The same question with other deadlines, and what their verdicts say of this one. */
export function VariantsPanel({ variants }: { readonly variants: Schemas['PropositionDetail']['variants'] }) {
  if (variants.length === 0) return null;
  return (
    <section aria-labelledby="variants" className="side-section">
      <Title order={2} id="variants">
        {t('variants.title')}
      </Title>
      <ul className="history">
        {variants.map((variant) => (
          <li key={variant.id}>
            <Link to="/propositions/$propositionId" params={{ propositionId: variant.id }}>
              {variant.statement}
            </Link>
            <p className="ot-soft">
              {formatDate(variant.deadlineOn)},{' '}
              {variant.outcome === null ? t('variants.open') : outcomeWord(variant.outcome)}
            </p>
            {variant.implies === null ? null : <p>{t(`variants.implies.${variant.implies}`)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
