import { DomainError, type ErrorCode, isAddressFault, type PollFault } from '#core/domain';

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
  if (isAddressFault(fault)) return 'FEED.BAD_ADDRESS';
  return OF_DOCUMENT.includes(fault) ? 'FEED.NOT_A_FEED' : 'FEED.NO_ANSWER';
}
