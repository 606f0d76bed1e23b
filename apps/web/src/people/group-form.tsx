import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { t } from '#ui/i18n';

/** Somebody who may be in a group. */
export interface GroupPerson {
  readonly id: string;
  readonly name: string;
  readonly reviews: boolean;
}

export interface GroupWords {
  readonly name: string;
  readonly description: string;
  readonly memberIds: string[];
}

interface GroupFormProps {
  readonly title: string;
  readonly submit: string;
  readonly people: readonly GroupPerson[];
  readonly start: GroupWords;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onSubmit: (words: GroupWords) => void;
  readonly onCancel: () => void;
}

/** Name, purpose and members of a group. */
export function GroupForm({
  title,
  submit,
  people,
  start,
  isBusy,
  error,
  onSubmit,
  onCancel,
}: GroupFormProps) {
  const [words, setWords] = useState(start);
  const change = (part: Partial<GroupWords>) => setWords((before) => ({ ...before, ...part }));
  return (
    <form
      className="form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(words);
      }}
    >
      <TextInput
        label={t('groups.name')}
        required
        autoFocus
        maxLength={80}
        value={words.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('groups.description')}
        maxLength={500}
        value={words.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <fieldset className="role-choice">
        <legend>{t('groups.members')}</legend>
        {people.map(({ id, name, reviews }) => (
          <Checkbox
            key={id}
            label={reviews ? name : t('groups.member.noReviews', { name })}
            checked={words.memberIds.includes(id)}
            onChange={(event) => {
              const isIn = event.currentTarget.checked;
              change({
                memberIds: isIn
                  ? [...words.memberIds, id]
                  : words.memberIds.filter((member) => member !== id),
              });
            }}
          />
        ))}
      </fieldset>
      <ProblemAlert error={error} />
      <div className="form-buttons">
        <Button type="submit" loading={isBusy}>
          {submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
