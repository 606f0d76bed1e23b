import { formatDate, hostOf, safeWebAddress } from '#ui/format';
import { t } from '#ui/i18n';
import type { EvidenceShape } from './claim-shapes.js';
import { OutsideLink } from './outside-link.js';

export function EvidenceList({ evidence }: { readonly evidence: readonly EvidenceShape[] }) {
  if (evidence.length === 0) return <p className="ot-soft">{t('claim.evidence.none')}</p>;
  return (
    <ul className="ot-evidence">
      {evidence.map((item, index) => (
        <li key={`${String(index)} ${item.url}`}>
          <span className={`ot-stance ot-stance-${item.stance}`}>{t(`stance.${item.stance}`)}</span>
          <OutsideLink address={item.url}>{item.title === '' ? item.url : item.title}</OutsideLink>
          <span className="ot-soft">
            {safeWebAddress(item.url) === null ? null : ` ${hostOf(item.url)}`}
            {item.publishedOn === null ? null : `, ${formatDate(item.publishedOn)}`}
          </span>
          {item.note === '' ? null : <p>{item.note}</p>}
        </li>
      ))}
    </ul>
  );
}
