/** A job as the queue carries it. The key is written out for the case that the payload cannot be read. */
export interface Delivery {
  readonly name: string;
  readonly key: string;
  readonly payload: unknown;
}
