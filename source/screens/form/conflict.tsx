/** What somebody else changed while a form was open: of each field that both changed one says which is kept. */
import { useState } from 'react';
import { messages, type Language } from '../../language/index.ts';
import { useConsole } from '../../widgets/console.tsx';
import { Overlay, OverlayLayer, overlayRows, overlayWidth } from '../../widgets/overlays/overlay.tsx';
import { fitLine, line, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { cut, safe, wrap } from '../../widgets/lines/text.ts';
import { useActions } from '../../widgets/use-actions.ts';

export interface Clash {
  readonly name: string;
  readonly label: string;
  /** Both values as they are shown; empty where there is none. */
  readonly mine: string;
  readonly theirs: string;
}

export type Leaving = 'toForm' | 'theirs' | 'toDraft';

export interface ConflictProps {
  readonly language: Language;
  readonly code: string;
  readonly clashes: readonly Clash[];
  readonly leaving: Leaving;
  /** Names of the fields in which one's own value is kept. */
  readonly onChoose: (mine: ReadonlySet<string>) => void;
  readonly onCancel: () => void;
}

export interface ConflictView {
  readonly cursor: number;
  readonly mine: ReadonlySet<string>;
  readonly width: number;
  readonly height: number;
  readonly unicode: boolean;
}

const linesOfField = 3;

/** Three lines a field: its name, and the two values with a mark at the one that is kept. */
export function conflictLines(
  { language, clashes, leaving }: Pick<ConflictProps, 'language' | 'clashes' | 'leaving'>,
  { cursor, mine, width, height, unicode }: ConflictView,
): StyledLine[] {
  const words = messages(language).safety.conflict;
  const said = wrap(words.text, width).map((text) => line(text));
  const hint = [words.hint, words.leaving[leaving]]
    .flatMap((text) => wrap(text, width))
    .map((text) => line(text, 'muted'));
  const room = Math.max(1, Math.floor((height - said.length - hint.length - 2) / linesOfField));
  const top = Math.max(0, Math.min(cursor - Math.floor(room / 2), clashes.length - room));
  const [on, off] = unicode ? ['(•)', '( )'] : ['(*)', '( )'];
  const value = (chosen: boolean, whose: string, text: string): StyledLine => {
    const head = `   ${chosen ? on : off} ${whose}: `;
    const shown = safe(text).replaceAll(/\s+/g, ' ').trim() || words.empty;
    return fitLine(
      [
        span(head, chosen ? 'good' : 'muted'),
        span(cut(shown, width - head.length), chosen ? undefined : 'muted'),
      ],
      width,
    );
  };
  const rows = clashes.slice(top, top + room).flatMap((clash, index): StyledLine[] => {
    const sign = top + index === cursor ? (unicode ? '›' : '>') : ' ';
    const isMine = mine.has(clash.name);
    return [
      fitLine([span(`${sign} ${safe(clash.label)}`, top + index === cursor ? 'accent' : 'title')], width),
      value(isMine, words.mine, clash.mine),
      value(!isMine, words.theirs, clash.theirs),
    ];
  });
  return [...said, [], ...rows, [], ...hint];
}

function ConflictBox(props: ConflictProps) {
  const { columns, rows, unicode } = useConsole();
  const { language, code, clashes, leaving, onChoose, onCancel } = props;
  const [cursor, setCursor] = useState(0);
  const [mine, setMine] = useState<ReadonlySet<string>>(() => new Set(clashes.map(({ name }) => name)));
  const move = (step: number) => () =>
    setCursor((old) => Math.max(0, Math.min(clashes.length - 1, old + step)));
  useActions('checklist', {
    'list.down': move(1),
    'list.up': move(-1),
    'check.toggle': () =>
      setMine((old) => {
        const next = new Set(old);
        const name = clashes[cursor]?.name ?? '';
        if (!next.delete(name)) next.add(name);
        return next;
      }),
    'list.markAll': () =>
      setMine((old) => new Set(old.size === clashes.length ? [] : clashes.map(({ name }) => name))),
    'pick.choose': () => onChoose(mine),
    'pick.cancel': onCancel,
  });
  const width = overlayWidth(90, columns);
  const height = overlayRows(26, rows);
  const title = messages(language).safety.conflict.title(code);
  const view = { cursor, mine, width: width - 4, height, unicode };
  const lines = conflictLines({ language, clashes, leaving }, view);
  return <Overlay title={title} lines={lines} width={width} />;
}

export function Conflict(props: ConflictProps) {
  return (
    <OverlayLayer>
      <ConflictBox {...props} />
    </OverlayLayer>
  );
}
