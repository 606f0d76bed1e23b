import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { inboxChoicesQuery } from '../api/queries.js';
import { SearchField } from '../form/search-field.js';
import { t } from '#ui/i18n';
import { type InboxSearch, isNarrowed, OVERDUE_DAYS, REASONS } from './inbox-filter.js';

interface InboxFiltersProps {
  readonly search: InboxSearch;
  readonly onChange: (search: InboxSearch) => void;
}

/** Everything the list can be narrowed by; what is chosen stands in the address. */
export function InboxFilters({ search, onChange }: InboxFiltersProps) {
  const choices = useQuery(inboxChoicesQuery).data;
  const change = (part: InboxSearch) => onChange({ ...search, ...part });
  const byId = (list: readonly { id: string; name: string }[] = []) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const claimants = byId(choices?.claimants);
  const outlets = byId(choices?.outlets);
  const groups = byId(choices?.groups);
  return (
    <div className="inbox-filters">
      <SearchField label={t('inbox.search')} value={search.q ?? ''} onSearch={(q) => change({ q })} />
      <details open={isNarrowed(search) || search.order !== undefined}>
        <summary>{t('inbox.filter')}</summary>
        <div className="inbox-filter-fields">
          <Choice
            label={t('inbox.filter.reason')}
            value={search.reason}
            options={REASONS.map((reason) => ({ value: reason, label: t(`inbox.reason.${reason}`) }))}
            onChange={(value) => change({ reason: REASONS.find((reason) => reason === value) })}
          />
          <Choice
            label={t('inbox.filter.overdue')}
            value={search.overdue === undefined ? undefined : String(search.overdue)}
            options={OVERDUE_DAYS.map((n) => ({
              value: String(n),
              label: t('inbox.filter.overdue.days', { n }),
            }))}
            onChange={(value) => change({ overdue: value === undefined ? undefined : Number(value) })}
          />
          <Choice
            label={t('inbox.filter.topic')}
            value={search.topic}
            options={(choices?.topics ?? []).map((topic) => ({ value: topic, label: topic }))}
            onChange={(topic) => change({ topic })}
          />
          {claimants.length === 0 ? null : (
            <Choice
              label={t('inbox.filter.claimant')}
              value={search.claimant}
              options={claimants}
              onChange={(claimant) => change({ claimant })}
            />
          )}
          {outlets.length === 0 ? null : (
            <Choice
              label={t('inbox.filter.outlet')}
              value={search.outlet}
              options={outlets}
              onChange={(outlet) => change({ outlet })}
            />
          )}
          {groups.length === 0 ? null : (
            <Choice
              label={t('inbox.filter.group')}
              value={search.group}
              options={groups}
              onChange={(group) => change({ group })}
            />
          )}
          <NativeSelect
            label={t('inbox.filter.order')}
            value={search.order ?? ''}
            onChange={(event) =>
              change({ order: event.currentTarget.value === 'value' ? 'value' : undefined })
            }
            data={[
              { value: '', label: t('inbox.filter.order.urgency') },
              { value: 'value', label: t('inbox.filter.order.value') },
            ]}
          />
          <Checkbox
            label={t('inbox.filter.assigned')}
            checked={search.assigned === 'me'}
            onChange={(event) => change({ assigned: event.currentTarget.checked ? 'me' : undefined })}
          />
          {isNarrowed(search) ? (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange({})}>
              {t('inbox.filter.clear')}
            </Button>
          ) : null}
        </div>
      </details>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  // What an address asks for is shown also where nothing in the inbox has it any more.
  const isKnown = value === undefined || options.some((option) => option.value === value);
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(chosen === '' ? undefined : chosen);
      }}
      data={[
        { value: '', label: t('inbox.filter.any') },
        ...(isKnown ? [] : [{ value, label: value }]),
        ...options,
      ]}
    />
  );
}
