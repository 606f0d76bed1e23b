/**
 * Collects what many callers want done while the last round is under way, and has it done in one go. Under load a
 * statement so serves several mails; without load nothing waits.
 */
export class Together<Item, Result> {
  private waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  private isWorking = false;

  constructor(private readonly work: (items: readonly Item[]) => Promise<readonly Result[]>) {}

  /** Resolves with the item's own result, in the order of the items given to `work`. */
  do(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.isWorking) void this.workOff();
    });
  }

  private async workOff(): Promise<void> {
    this.isWorking = true;
    // What callers of this turn still bring comes along.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const round = this.waiting;
      this.waiting = [];
      try {
        const results = await this.work(round.map(({ item }) => item));
        // Sound: `work` answers item by item.
        round.forEach(({ resolve }, index) => resolve(results[index] as Result));
      } catch (error) {
        for (const { reject } of round) reject(error);
      }
    }
    this.isWorking = false;
  }
}
