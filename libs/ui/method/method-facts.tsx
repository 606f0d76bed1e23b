import { INCLUSIONS } from '#core/domain';
import { formatInstant } from '#ui/format';
import { findMessage, t } from '#ui/i18n';
import type { MethodShape } from './method-shapes.js';

/** The versions that together make up the method, and since when it holds. */
export function MethodVersions({ method, zone }: { readonly method: MethodShape; readonly zone: string }) {
  const facts = [
    [t('method.version'), String(method.version)],
    [
      t('method.activated'),
      method.activatedAt === null ? t('method.activated.never') : formatInstant(method.activatedAt, zone),
    ],
    [t('method.code'), method.codeVersion],
    [t('method.lexicon'), method.lexiconVersion],
    [t('method.extractor'), method.extractorVersion],
    [t('method.matcher'), method.matcherVersion],
  ] as const;
  return (
    <dl className="ot-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function SettingsTable({ settings }: { readonly settings: MethodShape['settings'] }) {
  return (
    <table className="ot-small ot-settings">
      <caption className="ot-hidden">{t('method.settings')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('method.settings.name')}</th>
          <th scope="col" className="ot-number">
            {t('method.settings.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {settings.map(({ key, value }) => (
          <tr key={key}>
            <th scope="row">
              {findMessage(`setting.${key}`) ?? key} <code className="ot-under">{key}</code>
            </th>
            <td className="ot-number">{String(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every reason for which a claim counts or does not, as the pages say it. */
export function InclusionList() {
  return (
    <ul className="ot-list">
      {INCLUSIONS.map((inclusion) => (
        <li key={inclusion}>{t(`inclusion.${inclusion}`)}</li>
      ))}
    </ul>
  );
}
