const ROOM = 79;

/** One line at a terminal that says how far long work is; nothing in a pipe. */
export class ProgressLine {
  private isShown = false;

  constructor(
    private readonly out: {
      readonly isTTY?: boolean;
      readonly columns?: number;
      write(text: string): unknown;
    },
  ) {}

  show(text: string): void {
    if (this.out.isTTY !== true) return;
    const room = (this.out.columns ?? ROOM + 1) - 1;
    // The end says more than the beginning: the page, and the name of the file.
    const shown = text.length <= room ? text : `${text.slice(0, 14)}…${text.slice(text.length - room + 15)}`;
    this.out.write(`\r\u001b[K${shown}`);
    this.isShown = true;
  }

  /** Makes room for what is printed. */
  clear(): void {
    if (!this.isShown) return;
    this.out.write('\r\u001b[K');
    this.isShown = false;
  }
}
