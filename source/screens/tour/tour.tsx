/** A tour of five steps for who opens Luotsi for the first time: left at any step, opened again from the palette. */
import { useState } from 'react';
import { actionOf, type ActionId } from '../../keys/actions.ts';
import { contextOrder } from '../../keys/default-keys.ts';
import { keysOf } from '../../keys/keymap.ts';
import { showKeys } from '../../keys/show-keys.ts';
import { messages } from '../../language/index.ts';
import { useConsole } from '../../widgets/console.tsx';
import { Overlay, OverlayLayer, overlayWidth } from '../../widgets/overlays/overlay.tsx';
import { line, type StyledLine } from '../../widgets/lines/styled.ts';
import { safe, wrap } from '../../widgets/lines/text.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useTextSpeech } from '../../widgets/speech/use-speech.ts';
import { openOverlay, type App } from '../app.tsx';

const rows = 9;

function TourBox({ app, close }: { readonly app: App; readonly close: () => void }) {
  const { columns, dispatcher } = useConsole();
  const [at, setAt] = useState(0);
  const { language } = app.session.get();
  const words = messages(language).console.tour;
  // The keys as they are bound now, which need not be the usual ones.
  const key = (action: ActionId): string =>
    showKeys(keysOf(dispatcher.keymap(), contextOrder, action)[0] ?? ':', language);
  const steps = words.steps(key);
  const last = steps.length - 1;
  const step = steps[Math.min(at, last)];
  const back = (): void => setAt((old) => Math.max(0, old - 1));
  const onward = (): void => (at === last ? close() : setAt((old) => Math.min(last, old + 1)));
  useActions('tour', {
    'tour.next': onward,
    ...(at > 0 && { 'tour.back': back }),
    'tour.leave': close,
  });
  const width = overlayWidth(68, columns);
  const text = (step?.lines ?? []).flatMap((one) => wrap(safe(one), width - 4)).map((one) => line(one));
  const shown: StyledLine[] = [
    line(step?.title ?? '', 'heading'),
    [],
    ...Array.from({ length: rows }, (_, index) => text[index] ?? []),
    line(words.later(key('palette.open')), 'muted'),
  ];
  // The footer shows them; who only listens is told.
  const keys = (['tour.next', 'tour.back', 'tour.leave'] as const).map(
    (action) => `${key(action)} ${actionOf(action).label[language]}`,
  );
  useTextSpeech([...shown.slice(0, 1), ...text, line(keys.join(', ')), ...shown.slice(-1)]);
  return <Overlay title={`${words.title} ${at + 1}/${steps.length}`} lines={shown} width={width} />;
}

export function openTour(app: App): void {
  app.settings({ toured: true });
  openOverlay(app, (close) => (
    <OverlayLayer>
      <TourBox app={app} close={close} />
    </OverlayLayer>
  ));
}
