import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '../api/client.js';
import { toastProblem } from '../feedback/toast.js';
import { t } from '#ui/i18n';
import { SchemeToggle } from './scheme-toggle.js';
import { useMe } from './use-me.js';

/** The foot of the menu: who is here, what they may do, the look of things, the way out. */
export function UserPanel({
  onHelp,
  onPalette,
}: {
  readonly onHelp: () => void;
  readonly onPalette: () => void;
}) {
  const user = useMe().user;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await queryClient.resetQueries();
      await navigate({ to: '/sign-in' });
    },
    onError: toastProblem,
  });
  return (
    <div className="user-panel">
      <div className="user-buttons">
        <Button size="compact-sm" variant="subtle" onClick={onPalette}>
          {t('palette.open')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onHelp}>
          {t('help.open')}
        </Button>
      </div>
      <SchemeToggle />
      {user === null ? null : (
        <div className="user-who">
          <strong>{user.name}</strong>
          <span className="ot-soft">{user.roles.map((role) => t(`person.role.${role}`)).join(', ')}</span>
          <Button
            size="compact-sm"
            variant="default"
            loading={leave.isPending}
            onClick={() => leave.mutate()}
          >
            {t('signOut')}
          </Button>
        </div>
      )}
    </div>
  );
}
