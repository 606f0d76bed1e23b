import type { CodingField, SecondCodings } from '#core/domain';

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

/** How far two people who code the same claim read the same. */
export interface CodingAgreementShape {
  readonly setting: SecondCodings;
  /** Claims coded twice from which on agreement is told. */
  readonly minClaims: number;
  readonly fields: readonly {
    readonly field: CodingField;
    readonly n: number;
    readonly agreed: number;
    readonly raw: number | null;
    readonly ac1: number | null;
  }[];
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
  /** Null where no claim is coded twice. */
  readonly codings: CodingAgreementShape | null;
}
