import { Button, Checkbox, NativeSelect, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { meQuery } from '../api/queries.js';
import { SecondCodingSetting } from '../coding/second-coding-setting.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { zonesWith } from './zones.js';
import { YARDSTICK_TABLES, YARDSTICKS } from '#core/domain';
import { t } from '#ui/i18n';

type Project = Schemas['InstallationSettings'];

const REVIEWERS = ['1', '2', '3', '4', '5'];
const MOST_DAYS = 90;
const RETEST_PERCENTS = ['0', '2', '5', '10', '20'];

/** What holds for everybody here; for administrators. */
export function ProjectForm({ installation }: { readonly installation: Project }) {
  const { projectName, zone, reviewersNeeded, disputeWindowDays, yardstick } = installation;
  const { hideClaimants, candidateConflict, retestPercent, secondCoding } = installation;
  const [form, setForm] = useState<Project>({
    projectName,
    zone,
    reviewersNeeded,
    disputeWindowDays,
    yardstick,
    hideClaimants,
    candidateConflict,
    retestPercent,
    secondCoding,
  });
  // As typed: a field that was emptied is not 0.
  const [days, setDays] = useState(String(disputeWindowDays));
  const [zones] = useState(() => zonesWith(zone));
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      ask(api.PUT('/api/v1/installation', { body: { ...form, disputeWindowDays: Number(days) } })),
    onSuccess: async (saved) => {
      setForm(saved);
      toast(t('settings.project.saved'));
      await queryClient.invalidateQueries(meQuery);
    },
  });
  const change = (part: Partial<Project>) => {
    setForm((before) => ({ ...before, ...part }));
  };
  return (
    <form
      className="form"
      aria-labelledby="project"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Title order={2} id="project">
        {t('settings.project')}
      </Title>
      <p className="ot-soft">{t('settings.project.hint')}</p>
      <TextInput
        label={t('settings.project.name')}
        value={form.projectName}
        required
        maxLength={120}
        onChange={(event) => change({ projectName: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('settings.project.zone')}
        description={t('settings.project.zone.hint')}
        value={form.zone}
        onChange={(event) => change({ zone: event.currentTarget.value })}
        data={zones}
      />
      <NativeSelect
        label={t('settings.project.reviewers')}
        description={t('settings.project.reviewers.hint')}
        value={String(form.reviewersNeeded)}
        onChange={(event) => change({ reviewersNeeded: Number(event.currentTarget.value) })}
        data={REVIEWERS}
      />
      <TextInput
        label={t('settings.project.window')}
        description={t('settings.project.window.hint')}
        type="number"
        value={days}
        required
        min={0}
        max={MOST_DAYS}
        step={1}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('settings.project.yardstick')}
        description={t('settings.project.yardstick.hint')}
        value={form.yardstick}
        onChange={(event) => {
          const yardstick = YARDSTICKS.find((name) => name === event.currentTarget.value);
          if (yardstick !== undefined) change({ yardstick });
        }}
        data={YARDSTICKS.map((name) => ({ value: name, label: YARDSTICK_TABLES[name].title }))}
      />
      <Checkbox
        label={t('review.settings.blind')}
        checked={form.hideClaimants}
        onChange={(event) => change({ hideClaimants: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('review.settings.candidate')}
        checked={form.candidateConflict}
        onChange={(event) => change({ candidateConflict: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t('reviewers.retests.setting')}
        description={t('reviewers.retests.setting.hint')}
        value={String(form.retestPercent)}
        onChange={(event) => change({ retestPercent: Number(event.currentTarget.value) })}
        data={[...new Set([...RETEST_PERCENTS, String(retestPercent)])].map((percent) => ({
          value: percent,
          label: percent === '0' ? t('reviewers.retests.none') : t('reviewers.retests.percent', { percent }),
        }))}
      />
      <SecondCodingSetting
        value={form.secondCoding}
        onChange={(chosen) => change({ secondCoding: chosen })}
      />
      <ProblemAlert error={save.error} />
      <Button type="submit" loading={save.isPending} className="form-submit">
        {t('action.save')}
      </Button>
    </form>
  );
}
