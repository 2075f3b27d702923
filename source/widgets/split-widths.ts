/** How a list and its preview share the screen. Pure and without Ink: the first paint asks it too. */

/** Below this a preview would leave neither side enough. */
const narrowest = 100;

export interface SplitWidths {
  readonly left: number;
  /** Null: no preview. */
  readonly right: number | null;
}

/** One cell between the two belongs to the line. */
export function splitWidths(columns: number, ratio = 0.56, wanted = true): SplitWidths {
  if (!wanted || columns < narrowest) return { left: columns, right: null };
  const left = Math.round(columns * ratio);
  return { left, right: columns - left - 1 };
}
