import { Kbd, Modal, Switch, Title } from '@mantine/core';
import { Fragment } from 'react';
import { setSingleKeys, useSingleKeys } from '../keyboard/preferences.js';
import { useShortcutGroups } from '../keyboard/shortcuts.js';
import { t } from '#ui/i18n';

/** The keys that work right now, and the switch that turns them off. */
export function KeyboardHelp({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const groups = useShortcutGroups();
  const enabled = useSingleKeys();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('help.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('help.close') }}
    >
      <Switch
        checked={enabled}
        onChange={(event) => {
          setSingleKeys(event.currentTarget.checked);
        }}
        label={t('help.singleKeys')}
        description={t('help.singleKeys.hint')}
        mb="md"
      />
      {groups
        .filter((group) => group.shortcuts.length > 0)
        .map((group) => (
          <section key={group.title} className="help-group">
            <Title order={3}>{group.title}</Title>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <Fragment key={shortcut.keys}>
                  <dt>
                    <Keys keys={shortcut.keys} />
                  </dt>
                  <dd>{shortcut.label}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
    </Modal>
  );
}

export function Keys({ keys }: { readonly keys: string }) {
  const parts = keys.replace('mod+', 'Ctrl ').split(' ');
  return (
    <span className="keys">
      {parts.map((part, index) => (
        <Kbd key={`${String(index)} ${part}`} size="xs">
          {part}
        </Kbd>
      ))}
    </span>
  );
}
