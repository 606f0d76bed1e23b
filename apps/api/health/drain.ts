/** Whether this process is about to stop: then it takes no new callers, while those inside are served. */
export class Drain {
  private draining = false;

  get isDraining(): boolean {
    return this.draining;
  }

  begin(): void {
    this.draining = true;
  }
}
