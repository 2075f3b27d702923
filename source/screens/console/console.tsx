/** The root: composes head, tabs, body, footer and overlays, and nothing else. */
import { Box } from 'ink';
import { Fragment } from 'react';
import { canUndo } from '../../services/writing/can-undo.ts';
import { formatDay } from '../../services/reading/days.ts';
import { messages } from '../../language/index.ts';
import { overviewOf } from '../../services/project/overview.ts';
import { Layer, useConsole } from '../../widgets/console.tsx';
import { StyledText } from '../../widgets/lines/styled-text.tsx';
import { useActions } from '../../widgets/use-actions.ts';
import { useSpeech } from '../../widgets/speech/use-speech.ts';
import { closeOverlay, useApp, useData, useSession, useWords } from '../app.tsx';
import { Body, jointOf } from './body.tsx';
import { Footer, ToastRow } from '../frame/footer.tsx';
import { crumbLine, crumbsOf } from '../frame/crumbs.ts';
import { todayHints } from '../frame/first-frame.ts';
import { headOf, isTooSmall, screenTabs, tooSmallLine } from '../frame/frame-lines.ts';
import { useGlobalKeys } from './global-keys.tsx';
import { tabOf } from '../session/session.ts';
import { usePart } from '../state.ts';

function Head() {
  const { columns, unicode } = useConsole();
  const { language } = useWords();
  const overview = useData(({ project }) => overviewOf(project), []);
  const screen = useSession((state) => state.screen);
  const joint = useSession((state) => jointOf(state, columns));
  const pages = useSession((state) => state.pages[state.screen]);
  const crumbs = useData(
    ({ project, session }) => ((pages ?? []).length === 0 ? [] : crumbsOf(project, session.get())),
    [pages],
  );
  const tab = useSession((state) => tabOf(state).tab?.id ?? '');
  const where = useData(
    ({ project, session }) => crumbsOf(project, session.get()).join(', '),
    [pages, screen, tab],
  );
  const { earlierDay } = messages(language);
  const day = overview.isEarlier ? `${earlierDay.head(formatDay(overview.today, language, 'full'))}, ` : '';
  useSpeech(() => ({ kind: 'where', text: day + where }));
  return (
    <>
      <StyledText line={headOf(overview, language, columns)} />
      <StyledText line={screenTabs(screen, language, columns)} />
      <StyledText line={crumbLine(crumbs, { width: columns, joint, unicode })} />
    </>
  );
}

function Overlays() {
  const app = useApp();
  const entries = usePart(app.overlays, (value) => value);
  // Each lies on a layer above the one that opened it.
  return entries.reduceRight<React.ReactNode>(
    (above, { id, draw }) => (
      <Layer>
        <Fragment key={id}>{draw(() => closeOverlay(app, id))}</Fragment>
        {above}
      </Layer>
    ),
    null,
  );
}

/** Lies over all and takes every key but the program's own, until the screen grows. */
function TooSmall() {
  const { columns, rows } = useConsole();
  const { language } = useWords();
  useActions('confirm', {}, { onKey: (event) => !event.name.startsWith('Ctrl+') });
  return <StyledText line={tooSmallLine(columns, rows, language)} />;
}

export function Console({ firstRegister }: { readonly firstRegister: string | null }) {
  const { columns, rows, dispatcher } = useConsole();
  const { language } = useWords();
  const joint = useSession((state) => jointOf(state, columns));
  const undoable = useData(({ project }) => canUndo(project), []);
  useGlobalKeys(undoable);
  const small = isTooSmall(columns, rows);
  // What is being written must outlive a window that was made small for a moment: hidden, not taken away.
  return (
    <>
      <Box flexDirection="column" flexGrow={1} display={small ? 'none' : 'flex'}>
        <Head />
        <Body />
        <ToastRow jointAt={joint} />
        <Footer first={todayHints(firstRegister, undoable, dispatcher.keymap(), language)} />
        <Overlays />
      </Box>
      {small && (
        <Layer>
          <Layer>
            <Layer>
              <Layer>
                <TooSmall />
              </Layer>
            </Layer>
          </Layer>
        </Layer>
      )}
    </>
  );
}
