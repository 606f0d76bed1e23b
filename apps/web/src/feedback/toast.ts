import { notifications } from '@mantine/notifications';
import { announce } from './announcer.js';
import { t } from '#ui/i18n';
import { explainProblem } from './explain-problem.js';

const close = () => ({ 'aria-label': t('help.close') });

/** Tells that something worked. */
export function toast(text: string): void {
  notifications.show({ message: text, withBorder: true, autoClose: 5000, closeButtonProps: close() });
  announce(text);
}

/** Tells that something in the background did not. */
export function toastProblem(error: unknown): void {
  const text = explainProblem(error);
  notifications.show({
    message: text,
    color: 'red',
    withBorder: true,
    autoClose: 10_000,
    closeButtonProps: close(),
  });
  announce(text);
}
