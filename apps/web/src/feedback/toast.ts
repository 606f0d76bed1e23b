import { notifications } from '@mantine/notifications';
import { announce } from './announcer.js';
import { explainProblem } from './explain-problem.js';

/** Tells that something worked. */
export function toast(text: string): void {
  notifications.show({ message: text, withBorder: true, autoClose: 5000 });
  announce(text);
}

/** Tells that something in the background did not. */
export function toastProblem(error: unknown): void {
  const text = explainProblem(error);
  notifications.show({ message: text, color: 'red', withBorder: true, autoClose: 10_000 });
  announce(text);
}
