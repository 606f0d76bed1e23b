/** A measure as `core/scoring/measures.ts` has it; name and sentence are in the catalogue. */
export interface MeasureShape {
  readonly key: string;
  readonly formula: string;
  readonly scale: string;
  readonly direction: 'lower' | 'higher' | 'neither';
  readonly bestAt?: number;
  readonly source: string;
  readonly explains: string;
}

export interface BandRowShape {
  readonly phrase: readonly string[];
  readonly low: number;
  readonly point: number;
  readonly high: number;
}

/** The method in force. */
export interface MethodShape {
  readonly version: number;
  readonly activatedAt: string | null;
  readonly codeVersion: string;
  readonly lexiconVersion: string;
  readonly extractorVersion: string;
  readonly matcherVersion: string;
  readonly settings: readonly { readonly key: string; readonly value: number | string }[];
  readonly bands: readonly BandRowShape[];
  readonly measures: readonly MeasureShape[];
}
