import { describe, expect, it } from 'vitest';
import { showWidget } from '../../../test/support/widget.tsx';
import { ProgressOverlay, type ProgressProps } from './progress.tsx';

const shown = (given: Partial<ProgressProps> = {}, unicode = true) => {
  const stops: string[] = [];
  const widget = showWidget(
    <ProgressOverlay
      title="Tuo taulukko"
      stage="Otetaan rivejä"
      count="12 500 / 50 000"
      part={0.25}
      hint="Esc keskeyttää"
      onStop={() => stops.push('stop')}
      {...given}
    />,
    { columns: 44, rows: 8, unicode },
  );
  return { widget, stops };
};

describe('the progress of long work', () => {
  it('is told as a bar, as a share and in numbers', () => {
    const text = shown().widget.frame();
    expect(text).toContain('Otetaan rivejä  12 500 / 50 000');
    expect(text).toMatch(/█{7,9}░{20,} +25 %/);
    expect(text).toContain('Esc keskeyttää');
  });

  it('has no bar where nobody knows how much there is, and is full only when all is done', () => {
    expect(shown({ part: null, count: '12 500' }).widget.frame()).not.toMatch(/[█░%]/);
    expect(shown({ part: 0.999 }).widget.frame()).toMatch(/█+░ +99 %/);
    expect(shown({ part: 1 }, false).widget.frame()).toMatch(/#{20,} 100 %/);
  });

  it('is stopped by Esc, q or Ctrl+C, and lets nothing else through', async () => {
    const { widget, stops } = shown();
    await widget.press('Esc', 'x', 'q', 'Ctrl+C', 'Enter');
    expect(stops).toEqual(['stop', 'stop', 'stop']);
  });
});
