/** What a part of the screen says in words where nothing is drawn; where the screen is drawn it costs nothing. */
import { useEffect, useId } from 'react';
import { useConsole } from '../console.tsx';
import type { Place, Speech } from './speech.ts';
import { plainText, type StyledLine } from '../lines/styled.ts';
import type { EditState } from '../typing/text-editing.ts';

/** Says what `speak` gives whenever that changes; null says nothing. Asked only where somebody listens. */
export function useSpeech(speak: () => Speech | null): void {
  const { speaker = null } = useConsole();
  const id = useId();
  useEffect(() => {
    if (speaker === null) return;
    const speech = speak();
    if (speech === null) speaker.drop(id);
    else speaker.put(id, speech);
  });
  useEffect(() => () => speaker?.drop(id), [speaker, id]);
}

/**
 * Without the bars, signs and spaces that place things beside each other: `R-4, Esihenkilöiden sitoutuminen, 16, korkea`; what
 * stands after a quiet label is `Tila: avoin`.
 */
export function inWords(styled: StyledLine | string): string {
  if (typeof styled === 'string') return withoutSigns(styled);
  const [label, ...rest] = styled;
  const name = withoutSigns(label?.text ?? '');
  const value = withoutSigns(plainText(rest));
  if (label?.tone === 'muted' && name !== '' && value !== '') return `${name}: ${value}`;
  return withoutSigns(plainText(styled));
}

function withoutSigns(text: string): string {
  return text
    .replaceAll(/[\u2580-\u259f]+/gu, ' ')
    .replaceAll(/[│─┬┴╭╮╰╯›‹▶]|^>/gu, ' ')
    .trim()
    .replaceAll(/\s{2,}/gu, ', ');
}

/** The line, or the part of one, that the cursor stands on. */
function selectedIn(lines: readonly StyledLine[]): string {
  return lines
    .flatMap((one) => one.filter(({ tone, inverse }) => tone === 'selected' || inverse === true))
    .map(({ text }) => inWords(text))
    .filter((text) => text !== '')
    .join(' ');
}

export function useSelectedSpeech(lines: readonly StyledLine[], place?: Place): void {
  useSpeech(() => {
    const text = selectedIn(lines);
    return text === '' ? null : { kind: 'row', text, ...(place !== undefined && { place }) };
  });
}

/** A whole page, a line each. */
export function useTextSpeech(lines: readonly StyledLine[]): void {
  useSpeech(() => {
    const text = lines
      .map(inWords)
      .filter((one) => one !== '')
      .join('\n');
    return text === '' ? null : { kind: 'text', text };
  });
}

/** A line that is being typed, under its name. */
export function useTypedSpeech(name: string | null, typed: EditState): void {
  useSpeech(() => (name === null ? null : { kind: 'field', text: name, typed }));
}
