import { DomainError } from '#core/domain';
import { HttpException } from '@nestjs/common';

/** What better-auth refuses with, in our codes and words; nothing of its own gets out. */
const BY_CODE: Readonly<Record<string, () => DomainError>> = {
  INVALID_EMAIL_OR_PASSWORD: () =>
    new DomainError('ACCESS.NOT_SIGNED_IN', 'The e-mail address or the password is wrong.'),
  INVALID_PASSWORD: () => fieldError('currentPassword', 'is not your password'),
  INVALID_EMAIL: () => fieldError('email', 'is not an e-mail address'),
  PASSWORD_TOO_SHORT: () => weak('must have at least 12 characters'),
  PASSWORD_TOO_LONG: () => weak('must have at most 128 characters'),
  FAILED_TO_CREATE_SESSION: () => new DomainError('ACCESS.FORBIDDEN', 'This account was deactivated.'),
};

/** The error to throw for an answer of better-auth that is one. */
export async function toAuthProblem(answer: Response): Promise<Error> {
  const text = await answer.text();
  const known = BY_CODE[codeOf(text)];
  if (known !== undefined) return known();
  return new HttpException('The request cannot be read.', answer.status);
}

function codeOf(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : '';
    return typeof code === 'string' ? code : '';
  } catch {
    return '';
  }
}

function fieldError(path: string, message: string): DomainError {
  return new DomainError('INPUT.INVALID', `The field ${path} ${message}.`, [{ path, message }]);
}

function weak(message: string): DomainError {
  return new DomainError('ACCOUNT.WEAK_PASSWORD', `The password ${message}.`, [
    { path: 'newPassword', message },
  ]);
}
