import { extent } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';

export type StripScale = ScaleLinear<number, number>;

/** Per cent of the width; the ends keep marks at either end inside the drawing. */
const ENDS = [4, 96];

/** One scale for a column of strips: round ends around all the values, never past `within`. */
export function stripScale(
  values: Iterable<number | null>,
  within: readonly [number, number] = [-1, 1],
): StripScale {
  const known = [...values].filter((value): value is number => value !== null && Number.isFinite(value));
  const [low = 0, high = 0] = extent(known);
  const wide = low === high ? [low - 0.05, high + 0.05] : [low, high];
  const [from = 0, to = 1] = scaleLinear().domain(wide).nice(4).domain();
  return scaleLinear()
    .domain([Math.max(within[0], from), Math.min(within[1], to)])
    .range(ENDS)
    .clamp(true);
}

/** From 0 to 1, for probabilities and shares. */
export const unitScale: StripScale = scaleLinear().domain([0, 1]).range(ENDS).clamp(true);

export interface StripProps {
  readonly scale: StripScale;
  /** What it shows, in a sentence with the numbers. */
  readonly label: string;
  /** A value with a line of its own: nothing won or lost, the same for every strip of a column. */
  readonly base?: number | null;
  /** An interval: a whisker. */
  readonly range?: readonly [number, number] | null;
  /** What words allow: a broad bar. */
  readonly band?: readonly [number, number] | null;
  readonly dot?: number | null;
  /** Hollow. */
  readonly ring?: number | null;
  /** For what is no claimant. */
  readonly diamond?: number | null;
}

const at = (scale: StripScale, value: number) => `${scale(value).toFixed(2)}%`;
const MIDDLE = 14;

/** One line of a column: where a value lies on the column's scale, with its range. */
export function Strip({ scale, label, base, range, band, dot, ring, diamond }: StripProps) {
  return (
    <svg className="ot-strip" width="100%" height={MIDDLE * 2} role="img" aria-label={label}>
      <line
        className="ot-strip-axis"
        x1={`${String(ENDS[0])}%`}
        x2={`${String(ENDS[1])}%`}
        y1={MIDDLE}
        y2={MIDDLE}
      />
      {isNumber(base) ? (
        <line className="ot-strip-base" x1={at(scale, base)} x2={at(scale, base)} y1="0" y2={MIDDLE * 2} />
      ) : null}
      {band === null || band === undefined ? null : (
        <line
          className="ot-scale-range"
          x1={at(scale, band[0])}
          x2={at(scale, band[1])}
          y1={MIDDLE}
          y2={MIDDLE}
        />
      )}
      {range === null || range === undefined ? null : (
        <Range from={at(scale, range[0])} to={at(scale, range[1])} />
      )}
      {isNumber(ring) ? <circle className="ot-ring" cx={at(scale, ring)} cy={MIDDLE} r={4} /> : null}
      {isNumber(dot) ? <circle className="ot-dot" cx={at(scale, dot)} cy={MIDDLE} r={4.5} /> : null}
      {isNumber(diamond) ? (
        // A percentage moves the frame, the frame holds the shape: paths take no percentages.
        <svg x={at(scale, diamond)} y={MIDDLE} overflow="visible">
          <path className="ot-diamond" d="M0 -5.5 5.5 0 0 5.5 -5.5 0Z" />
        </svg>
      ) : null}
    </svg>
  );
}

const isNumber = (value: number | null | undefined): value is number => value !== null && value !== undefined;

function Range({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <>
      <line className="ot-whisker" x1={from} x2={to} y1={MIDDLE} y2={MIDDLE} />
      {[from, to].map((end, index) => (
        <line key={index} className="ot-whisker" x1={end} x2={end} y1={MIDDLE - 4} y2={MIDDLE + 4} />
      ))}
    </>
  );
}

/** Labels nearer to one another than this, in per cent of the width, would run into each other. */
const APART = 17;

/** The scale of a column said once, in its head. Of marks without room for both, the one named first stays. */
export function StripAxis({
  scale,
  marks,
}: {
  readonly scale: StripScale;
  readonly marks: readonly { readonly at: number; readonly text: string }[];
}) {
  const shown = marks.filter((mark, index) =>
    marks.slice(0, index).every((other) => Math.abs(scale(other.at) - scale(mark.at)) >= APART),
  );
  return (
    <span className="ot-strip-labels" aria-hidden="true">
      {shown.map((mark) => (
        <span key={mark.text} style={{ insetInlineStart: at(scale, mark.at) }}>
          {mark.text}
        </span>
      ))}
    </span>
  );
}

/** A length from `base` to the value: to the right of it for more, to the left for less. */
export function StripBar({
  scale,
  label,
  value,
  base = 0,
}: {
  readonly scale: StripScale;
  readonly label: string;
  readonly value: number;
  readonly base?: number;
}) {
  return (
    <svg className="ot-strip" width="100%" height={MIDDLE * 2} role="img" aria-label={label}>
      <line
        className={value < base ? 'ot-bar ot-bar-less' : 'ot-bar'}
        x1={at(scale, base)}
        x2={at(scale, value)}
        y1={MIDDLE}
        y2={MIDDLE}
      />
      <line className="ot-strip-base" x1={at(scale, base)} x2={at(scale, base)} y1="0" y2={MIDDLE * 2} />
    </svg>
  );
}
