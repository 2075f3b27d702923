/** The last two rows: what just happened or a rule, and what the keys do here. */
import { Box } from 'ink';
import { useEffect, useLayoutEffect, useState } from 'react';
import { actionOf } from '../../keys/actions.ts';
import { contexts } from '../../keys/default-keys.ts';
import type { Dispatcher } from '../../keys/dispatcher.ts';
import { footerHints, keyHints, type KeyHint } from '../../keys/hints.ts';
import { isCharacter } from '../../keys/key-names.ts';
import { keysOf } from '../../keys/keymap.ts';
import { messages, type Language } from '../../language/index.ts';
import { pendingLines, ruleLine, toastLines } from '../../widgets/lines/bars.ts';
import { useConsole } from '../../widgets/console.tsx';
import { StyledLines, StyledText } from '../../widgets/lines/styled-text.tsx';
import { fitLine, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { safe, wrap } from '../../widgets/lines/text.ts';
import { usePendingKeys } from '../../widgets/use-actions.ts';
import { useSpeech } from '../../widgets/speech/use-speech.ts';
import { useApp, useSession, useWords, type Toast } from '../app.tsx';
import { usePart } from '../state.ts';
import { footerOf } from './first-frame.ts';

const toastTime = 6000;

/** Of what lies over the rows above. */
const mostLines = 4;

/** A begun sequence is waited for so long before it is told where it can go. */
const hintTime = 300;

function sameHints(one: readonly KeyHint[], other: readonly KeyHint[]): boolean {
  return (
    one.length === other.length &&
    one.every((hint, index) => {
      const match = other[index];
      return match?.action === hint.action && match.label === hint.label && match.keys[0] === hint.keys[0];
    })
  );
}

/** Where letters are typed, an action from outside is shown by a key that is no letter, or not at all. */
function hintsHere(dispatcher: Dispatcher, language: Language): readonly KeyHint[] {
  const available = dispatcher.available();
  const keymap = dispatcher.keymap();
  const inner = dispatcher.stack()[0];
  if (inner === undefined || !contexts[inner].typing) {
    const wanted = available.filter(
      ({ action, aside }) => aside !== true && actionOf(action).footer !== undefined,
    );
    return footerHints(keyHints(wanted, keymap, language));
  }
  const hints = keyHints(available, keymap, language);
  const taken = new Set<string>();
  const free = hints.map((hint, index): KeyHint => {
    const context = available[index]?.context ?? inner;
    const raw = keysOf(keymap, [context], hint.action);
    // A key that means something further in means nothing else here: Esc leaves the form.
    const keys = hint.keys.filter(
      (key, place) => !isCharacter(raw[place]?.split(' ')[0] ?? '') && !taken.has(key),
    );
    for (const key of keys) taken.add(key);
    return { ...hint, keys };
  });
  return footerHints(free);
}

/** What can be done here changes with each screen and row, and is known only after they have been drawn. */
function useHints(first: readonly KeyHint[]): readonly KeyHint[] {
  const { dispatcher } = useConsole();
  const { language } = useWords();
  const [hints, setHints] = useState(first);
  const [, draw] = useState(0);
  useSession((state) => state);
  useEffect(() => dispatcher.subscribe(() => draw((old) => old + 1)), [dispatcher]);
  // oxlint-disable-next-line react/exhaustive-deps -- after every drawing, whatever it was for
  useLayoutEffect(() => {
    const found = hintsHere(dispatcher, language);
    setHints((old) => (sameHints(old, found) ? old : found));
  });
  return hints;
}

interface LastLinesProps {
  readonly lines: readonly StyledLine[];
  readonly rowsAbove: number;
  readonly columns: number;
}

/** What needs more than its own row lies over the end of what is above it, until it goes. */
function LastLines({ lines, rowsAbove, columns }: LastLinesProps) {
  return (
    <>
      <StyledText line={lines.at(-1) ?? []} />
      {lines.length > 1 && (
        <Box position="absolute" marginTop={rowsAbove} width={columns} flexShrink={0}>
          <StyledLines lines={lines} width={columns} />
        </Box>
      )}
    </>
  );
}

export function Footer({ first }: { readonly first: readonly KeyHint[] }) {
  const { columns, rows, dispatcher } = useConsole();
  const { language } = useWords();
  const hints = useHints(first);
  const pending = usePendingKeys();
  const [waited, setWaited] = useState(false);
  const waits = pending.length > 0;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => setWaited(true), hintTime);
    return () => {
      clearTimeout(timer);
      setWaited(false);
    };
  }, [waits]);
  const begun = pending
    .map(({ action, keys }) => `${keys.at(-1) ?? ''} ${actionOf(action).label[language]}`)
    .join(', ');
  useSpeech(() => (begun === '' ? null : { kind: 'note', text: `${pending[0]?.keys[0] ?? ''}: ${begun}` }));
  // Who knows the way is not shown it.
  if (!waits || !waited) return <StyledText line={footerOf(hints, columns)} />;
  const stack = dispatcher.stack();
  const next = pending.map(({ action, keys }) => {
    const [hint] = keyHints(
      [{ action, context: stack[0] ?? 'global', whyNot: null }],
      dispatcher.keymap(),
      language,
    );
    return { ...hint, keys: [keys.at(-1) ?? ''] } as KeyHint;
  });
  const lines = pendingLines(pending[0]?.keys[0] ?? '', next, columns);
  return <LastLines lines={lines} rowsAbove={rows - lines.length} columns={columns} />;
}

/** A slip and a refusal are told apart by a word, where no sign and no colour is seen. */
function spokenToast({ kind, text, hint }: Toast, language: Language): string {
  const before = messages(language).console.linear.toast[kind];
  const ended = hint === '' || text.endsWith('.') ? '' : '.';
  return [`${before}${text}${ended}`, hint].filter((part) => part !== '').join(' ');
}

export function ToastRow({ jointAt }: { readonly jointAt: number | null }) {
  const { columns, rows, unicode } = useConsole();
  const { toast, hint } = useApp();
  const help = usePart(hint, (value) => value);
  const shown = usePart(toast, (value) => value);
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => toast.set((now) => (now === shown ? null : now)), toastTime);
    return () => clearTimeout(timer);
  }, [shown, toast]);
  const { language } = useWords();
  useSpeech(() => (shown === null ? null : { kind: 'toast', text: spokenToast(shown, language) }));
  const told =
    shown === null
      ? wrap(safe(help), columns - 2).map((text) => fitLine([span(` ${text}`, 'muted')], columns))
      : toastLines(shown.kind, shown.text, shown.hint, columns, unicode);
  const isStill = shown === null && help === '';
  const lines = isStill ? [ruleLine(columns, jointAt, '┴', unicode)] : told.slice(0, mostLines);
  return <LastLines lines={lines} rowsAbove={rows - 1 - lines.length} columns={columns} />;
}
