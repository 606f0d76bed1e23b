import { Button, NativeSelect, Switch, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { meQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { setSingleKeys, useSingleKeys } from '../keyboard/preferences.js';
import { OwnRetestsSection } from '../reviewers/own-retests.js';
import { SchemeToggle } from '../shell/scheme-toggle.js';
import { useHasRole, useMe } from '../shell/use-me.js';
import { ProjectForm } from './project-form.js';
import { zonesWith } from './zones.js';
import { t } from '#ui/i18n';

export function SettingsPage() {
  const { user, installation } = useMe();
  const isAdmin = useHasRole('admin');
  const isReviewer = useHasRole('reviewer');
  return (
    <Page title={t('nav.settings')}>
      {user === null ? null : <NoticeForm settings={user.settings} />}
      {isReviewer ? <OwnRetestsSection percent={installation.retestPercent} /> : null}
      {isAdmin ? <ProjectForm installation={installation} /> : null}
      <section aria-labelledby="here" className="form">
        <Title order={2} id="here">
          {t('settings.device')}
        </Title>
        <p className="ot-soft">{t('settings.device.hint')}</p>
        <SingleKeys />
        <div className="scheme-setting">
          <span>{t('scheme.label')}</span>
          <SchemeToggle />
        </div>
      </section>
    </Page>
  );
}

function SingleKeys() {
  const enabled = useSingleKeys();
  return (
    <Switch
      checked={enabled}
      onChange={(event) => {
        setSingleKeys(event.currentTarget.checked);
      }}
      label={t('help.singleKeys')}
      description={t('help.singleKeys.hint')}
    />
  );
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function NoticeForm({ settings }: { readonly settings: Schemas['NoticeSettings'] }) {
  const [form, setForm] = useState(settings);
  const [zones] = useState(() => zonesWith(settings.zone));
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () => ask(api.PUT('/api/v1/me/notice-settings', { body: form })),
    onSuccess: async () => {
      toast(t('settings.saved'));
      await queryClient.invalidateQueries(meQuery);
    },
  });
  const change = (part: Partial<Schemas['NoticeSettings']>) => {
    setForm((before) => ({ ...before, ...part }));
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Title order={2}>{t('settings.mail')}</Title>
      <Switch
        checked={form.digestEnabled}
        onChange={(event) => change({ digestEnabled: event.currentTarget.checked })}
        label={t('settings.digest')}
        description={t('settings.digest.hint')}
      />
      <div className="form-grid">
        <NativeSelect
          label={t('settings.weekday')}
          value={String(form.digestWeekday)}
          disabled={!form.digestEnabled}
          onChange={(event) => change({ digestWeekday: Number(event.currentTarget.value) })}
          data={WEEKDAYS.map((day) => ({ value: String(day), label: t(`weekday.${day}`) }))}
        />
        <NativeSelect
          label={t('settings.hour')}
          value={String(form.digestHour)}
          disabled={!form.digestEnabled}
          onChange={(event) => change({ digestHour: Number(event.currentTarget.value) })}
          data={HOURS.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))}
        />
        <NativeSelect
          label={t('settings.zone')}
          value={form.zone}
          onChange={(event) => change({ zone: event.currentTarget.value })}
          data={zones}
        />
      </div>
      <Switch
        checked={form.promptsEnabled}
        onChange={(event) => change({ promptsEnabled: event.currentTarget.checked })}
        label={t('settings.prompts')}
        description={t('settings.prompts.hint')}
      />
      <ProblemAlert error={save.error} />
      <Button type="submit" loading={save.isPending} className="form-submit">
        {t('action.save')}
      </Button>
    </form>
  );
}
