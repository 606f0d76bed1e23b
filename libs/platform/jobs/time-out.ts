/** Thrown when something took longer than it may. What it was doing goes on in the dark. */
export class TimeOutError extends Error {
  override readonly name = 'TimeOutError';
}

/** `work`, or a {@link TimeOutError} after `ms`. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  // Unreferenced: a time-out is no reason to keep a process from ending.
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new TimeOutError(`${what} took longer than ${String(ms)} ms`));
    }, ms);
    timer.unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
