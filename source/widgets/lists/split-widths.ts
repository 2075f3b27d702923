/** How a list and its preview share the screen. Pure and without Ink: the first paint asks it too. */

/** Below this a preview would leave neither side enough. */
const narrowest = 100;

export interface SplitWidths {
  readonly left: number;
  /** Null: no preview. */
  readonly right: number | null;
}

/** One cell between the two belongs to the line. The preview takes what a page needs, the list's columns the rest. */
export function splitWidths(columns: number, wanted = true): SplitWidths {
  if (!wanted || columns < narrowest) return { left: columns, right: null };
  const right = Math.min(76, Math.round(columns * 0.35));
  return { left: columns - right - 1, right };
}
