import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inboxChoicesQuery } from '../api/queries.js';
import { useMe, useToday } from '../shell/use-me.js';
import { t } from '#ui/i18n';
import type { Asking } from './use-inbox-actions.js';

interface AssignDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onAsk: (asking: Asking) => void;
}

/** A lead asks a person or a group for some reviews. */
export function AssignDialog({ ids, onClose, onAsk }: AssignDialogProps) {
  const choices = useQuery(inboxChoicesQuery).data;
  const { user } = useMe();
  const { today } = useToday();
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [dueOn, setDueOn] = useState('');
  const optionsOf = (kind: string, list: readonly { id: string; name: string }[] = []) =>
    list.map(({ id, name }) => ({ value: `${kind} ${id}`, label: name }));
  const submit = () => {
    const [kind, id = ''] = to.split(' ');
    if (id === '') return;
    onAsk({
      ids,
      to: kind === 'person' ? { userId: id } : { groupId: id },
      isMe: id === user?.id,
      note: note.trim(),
      dueOn: dueOn === '' ? null : dueOn,
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('inbox.assign.title', { n: ids.length })}
      closeButtonProps={{ 'aria-label': t('help.close') }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <NativeSelect
          label={t('inbox.assign.to')}
          data-autofocus
          required
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          data={[
            { value: '', label: t('inbox.assign.choose') },
            { group: t('inbox.assign.people'), items: optionsOf('person', choices?.people) },
            { group: t('inbox.assign.groups'), items: optionsOf('group', choices?.groups) },
          ]}
        />
        <TextInput
          type="date"
          label={t('inbox.assign.due')}
          min={today}
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
        <Textarea
          label={t('inbox.assign.note')}
          value={note}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" className="form-submit">
          {t('inbox.assign')}
        </Button>
      </form>
    </Modal>
  );
}
