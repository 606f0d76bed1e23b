import { Button, Radio, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CODING_FIELDS, type CodingField } from '#core/domain';
import { t } from '#ui/i18n';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { ReasonField } from '../form/reason-field.js';
import { byWhom, CodingComparison } from './coding-comparison.js';
import { type Coding, codingWords } from './coding-words.js';
import { usePutTask } from './use-put-task.js';

type Task = Schemas['CodingTask'];
type Choices = Partial<Record<CodingField, 1 | 2>>;

interface Props {
  readonly task: Task;
  readonly codings: readonly Coding[];
}

/** What two people read differently, for a third person or a lead to say which holds. */
export function SettleForm({ task, codings }: Props) {
  const [choices, setChoices] = useState<Choices>({});
  const [reason, setReason] = useState('');
  const [isIncomplete, setIncomplete] = useState(false);
  const settle = useSettlement(task);
  const send = (outcome: 'opened' | 'withdrawn') => {
    const lacks = outcome === 'opened' && task.differs.some((field) => choices[field] === undefined);
    setIncomplete(lacks || reason.trim() === '');
    if (!lacks && reason.trim() !== '')
      settle.mutate({ outcome, choices: outcome === 'opened' ? choices : {}, reason: reason.trim() });
  };
  return (
    <section aria-labelledby="settle">
      <Title order={2} id="compare">
        {t('coding.compare')}
      </Title>
      <CodingComparison task={task} codings={codings} />
      <Title order={2} id="settle">
        {t('coding.settle')}
      </Title>
      <p className="ot-soft">{t('coding.settle.text')}</p>
      {codings.some(({ mine }) => mine) ? <p>{t('coding.settle.own')}</p> : null}
      <form
        className="candidate-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send('opened');
        }}
      >
        {CODING_FIELDS.filter((field) => task.differs.includes(field)).map((field) => (
          <FieldChoice
            key={field}
            field={field}
            codings={codings}
            chosen={choices[field]}
            onChoose={(ordinal) => setChoices((before) => ({ ...before, [field]: ordinal }))}
          />
        ))}
        <ReasonField
          label={t('coding.settle.reason')}
          description={t('coding.settle.reason.hint')}
          value={reason}
          maxLength={1000}
          onChange={setReason}
        />
        {isIncomplete ? <p role="alert">{t('coding.settle.missing')}</p> : null}
        <ProblemAlert error={settle.error} />
        <div className="candidate-steps">
          <Button type="submit" loading={settle.isPending}>
            {t('coding.settle.open')}
          </Button>
          <Button variant="default" loading={settle.isPending} onClick={() => send('withdrawn')}>
            {t('coding.settle.back')}
          </Button>
        </div>
        <p className="ot-soft">{t('coding.settle.back.hint')}</p>
      </form>
    </section>
  );
}

interface FieldChoiceProps {
  readonly field: CodingField;
  readonly codings: readonly Coding[];
  readonly chosen: 1 | 2 | undefined;
  readonly onChoose: (ordinal: 1 | 2) => void;
}

function FieldChoice({ field, codings, chosen, onChoose }: FieldChoiceProps) {
  return (
    <Radio.Group
      name={field}
      label={t(`coding.field.${field}`)}
      value={chosen === undefined ? '' : String(chosen)}
      onChange={(value) => onChoose(value === '2' ? 2 : 1)}
    >
      <div className="coding-choices">
        {codings.map((coding) => (
          <Radio
            key={coding.ordinal}
            value={String(coding.ordinal)}
            label={codingWords(field, coding)}
            description={byWhom(coding)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

function useSettlement(task: Task) {
  const put = usePutTask();
  return useMutation({
    mutationFn: (body: {
      readonly outcome: 'opened' | 'withdrawn';
      readonly choices: Choices;
      readonly reason: string;
    }) =>
      ask(
        api.POST('/api/v1/claims/{id}/codings/settlement', {
          params: { path: { id: task.claimId } },
          body,
        }),
      ),
    onSuccess: async (settled, { outcome }) => {
      toast(t(`coding.settled.${outcome}`));
      await put(settled);
    },
  });
}
