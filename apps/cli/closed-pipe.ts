import type { Writable } from 'node:stream';

/**
 * `outturn extract ... | head`: whoever reads the output has enough. That is no fault of ours, and there is nothing more
 * to do. Any other error of the stream is thrown.
 */
export function endWhenNobodyReads(output: Writable, end: (code: number) => void): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    end(0);
  });
}
