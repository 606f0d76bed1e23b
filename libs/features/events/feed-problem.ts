import { DomainError, type ErrorCode, type PollFault } from '#core/domain';

const OF_ADDRESS: readonly PollFault[] = [
  'BAD_ADDRESS',
  'BAD_SCHEME',
  'BAD_PORT',
  'HAS_CREDENTIALS',
  'PRIVATE_ADDRESS',
];
const OF_DOCUMENT: readonly PollFault[] = [
  'EMPTY',
  'NOT_A_FEED',
  'HTML_PAGE',
  'ENTITIES',
  'WRONG_TYPE',
  'TOO_LARGE',
];

/** Why an address cannot be added, for whoever typed it. */
export function toProblem(fault: PollFault, detail: string): DomainError {
  return new DomainError(codeOf(fault), detail, [{ path: 'url', message: detail }]);
}

function codeOf(fault: PollFault): ErrorCode {
  if (OF_ADDRESS.includes(fault)) return 'FEED.BAD_ADDRESS';
  return OF_DOCUMENT.includes(fault) ? 'FEED.NOT_A_FEED' : 'FEED.NO_ANSWER';
}
