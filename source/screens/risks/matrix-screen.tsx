/** The heat map: arrows and hjkl move over its cells, Enter goes to the risks of the cell. */
import { formatDay } from '../../services/reading/days.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import { todayOf } from '../../services/project/project.ts';
import {
  cellOf,
  lastSteeringDay,
  riskMatrixOf,
  riskScales,
  type MatrixRisk,
  type RiskMatrix,
} from '../../services/risks/risk-matrix.ts';
import { useConsole } from '../../widgets/console.tsx';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { StyledLines, StyledText } from '../../widgets/lines/styled-text.tsx';
import { useActions } from '../../widgets/use-actions.ts';
import { useSpeech } from '../../widgets/speech/use-speech.ts';
import { go, openOverlay, say, useApp, useData, useSession, useWords, type App } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { turnsTabs } from '../list-keys.ts';
import type { ScreenTab } from '../session/navigation.ts';
import { Prompt, type Understood } from '../prompt/prompt.tsx';
import { wordsOf } from '../record/change-actions.tsx';
import { stripLine } from '../register/strip-line.ts';
import { sentenceOf } from '../sentence.ts';
import { changeList, freshList, memoryOf, openRecord, tabOf, tabsOf } from '../session/session.ts';
import { spokenCell } from '../spoken.ts';
import { matrixLines, type MatrixCell } from './matrix-lines.ts';

/** The cursor is kept as one number: cells from the top row, left to right, then the place beside the map. */
const besideMap = 25;

function cellAt(cursor: number): MatrixCell {
  if (cursor >= besideMap) return null;
  return { probability: (cursor % 5) + 1, impact: 5 - Math.floor(cursor / 5) };
}

const cursorOf = (probability: number, impact: number): number => (5 - impact) * 5 + probability - 1;

/** It begins at the worst. */
function firstCursor({ risks }: RiskMatrix): number {
  const place = risks[0]?.place ?? null;
  return place === null ? 0 : cursorOf(place.probability, place.impact);
}

export type MatrixMove = 'up' | 'down' | 'left' | 'right';

/** Past the last column lies the place of those that were not assessed; back from there is the last column. */
export function moveOnMap(cursor: number, move: MatrixMove): number {
  if (cursor >= besideMap) return move === 'left' ? besideMap - 1 : cursor;
  if (move === 'up') return cursor < 5 ? cursor : cursor - 5;
  if (move === 'down') return cursor >= 20 ? cursor : cursor + 5;
  if (move === 'left') return cursor % 5 === 0 ? cursor : cursor - 1;
  return cursor % 5 === 4 ? besideMap : cursor + 1;
}

/** Since when movements are told: as typed, empty for the last session of the steering group. */
function askSince(app: App, tab: ScreenTab): void {
  const { language } = app.session.get();
  const words = wordsOf(app).risks;
  const context = fieldContext(app.project, language);
  const steering = lastSteeringDay(app.project);
  const understand = (text: string): Understood => {
    if (text.trim() === '')
      return {
        ok: true,
        text: steering === null ? words.noSteering : words.steering(formatDay(steering, language, 'full')),
      };
    try {
      const day = context.day(text);
      return day < todayOf(app.project)
        ? { ok: true, text: `= ${formatDay(day, language, 'full')}` }
        : { ok: false, text: words.notAhead };
    } catch (error) {
      return { ok: false, text: sentenceOf(error, language).text };
    }
  };
  openOverlay(app, (close) => (
    <Prompt
      title={words.sinceTitle}
      placeholder={words.sinceHint}
      understand={understand}
      onCancel={close}
      onEnter={(text) => {
        close();
        const day = text.trim() === '' ? '' : context.day(text);
        go(
          app,
          changeList(tab.id, (old) => ({ ...old, filter: day })),
        );
      }}
    />
  ));
}

/** One risk is opened; of several one is picked first. */
function openCell(app: App, risks: readonly MatrixRisk[]): void {
  const words = wordsOf(app).risks;
  const [only] = risks;
  if (only === undefined) return say(app, 'note', words.emptyCell);
  if (risks.length === 1) return go(app, openRecord(only.id));
  return openOverlay(app, (close) => (
    <Picker
      title={words.risksHere(risks.length)}
      choices={risks.map(({ id, code, title, owner }) => ({
        value: id,
        label: `${code.padEnd(6)} ${title}`,
        hint: owner ?? '',
      }))}
      width={76}
      height={Math.min(12, risks.length)}
      onCancel={close}
      onChoose={(id) => {
        close();
        go(app, openRecord(id));
      }}
    />
  ));
}

export function MatrixScreen({ tab }: { readonly tab: ScreenTab }) {
  const app = useApp();
  const { columns: width, rows, unicode } = useConsole();
  const { language } = useWords();
  const isNew = useSession((state) => state.lists[tab.id] === undefined);
  const memory = useSession((state) => memoryOf(state, tab.id));
  const tabs = useSession((state) => tabsOf(state));
  const index = useSession((state) => tabOf(state).index);
  const since = memory.filter;
  const matrix = useData(({ project }) => riskMatrixOf(project, since === '' ? undefined : since), [since]);
  const scales = useData(({ project }, spoken) => riskScales(project, spoken), []);
  const at = isNew ? firstCursor(matrix) : Math.min(memory.list.cursor, besideMap);
  const cursor = cellAt(at);
  const move = (where: MatrixMove) => () =>
    go(
      app,
      changeList(tab.id, (old) => {
        const from = old === freshList ? firstCursor(matrix) : old.list.cursor;
        return { ...old, list: { ...old.list, cursor: moveOnMap(from, where) } };
      }),
    );
  useActions('matrix', {
    'list.down': move('down'),
    'list.up': move('up'),
    'matrix.left': move('left'),
    'matrix.right': move('right'),
    'matrix.since': () => askSince(app, tab),
    ...turnsTabs(app),
    'list.open': () =>
      openCell(
        app,
        cursor === null
          ? matrix.risks.filter(({ place }) => place === null)
          : cellOf(matrix, cursor.probability, cursor.impact).here,
      ),
  });
  const height = bodyHeight(rows) - 1;
  const strip = { tabs, index, count: matrix.risks.length, memory: freshList, definition: null };
  const lines = matrixLines(matrix, { width, height, language, unicode, scales, cursor });
  useSpeech(() => ({ kind: 'row', text: spokenCell(matrix, cursor, scales, language) }));
  return (
    <>
      <StyledText line={stripLine(strip, { width, language, unicode })} />
      <StyledLines lines={lines} width={width} height={height} />
    </>
  );
}
