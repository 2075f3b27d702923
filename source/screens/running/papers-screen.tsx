/** Minutes and invitation of a session: read here, copied as Markdown, written to a file, and moved on their way. */
import type { Language } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { moveMinutes, sendPaper } from '../../services/meetings/papers.ts';
import { writeReport, type Target } from '../../services/reporting/report-file.ts';
import { makeDocx, makeReport, textFormats } from '../../services/reporting/report.ts';
import { sessionOf, type RunningSession } from '../../services/meetings/running.ts';
import { laterSessions } from '../../services/layout/sessions-ahead.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useConsole } from '../../widgets/console.tsx';
import type { ListMove } from '../../widgets/lists/list-state.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { scroll, ScrollView } from '../../widgets/lists/scroll-view.tsx';
import { StyledText } from '../../widgets/lines/styled-text.tsx';
import { fitLine, lineWidth, span, spread } from '../../widgets/lines/styled.ts';
import { go, openOverlay, perform, say, useApp, useData, useWords, type App } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { movesBy } from '../list-keys.ts';
import { wordsOf } from '../record/change-actions.tsx';
import { askTarget } from '../prompt/ask-target.tsx';
import { Prompt } from '../prompt/prompt.tsx';
import { wholeParts } from '../../widgets/lines/text.ts';
import { logoOption } from '../reporting/logo-option.ts';
import { reportLines } from '../reporting/report-lines.ts';
import { sentenceOf } from '../sentence.ts';
import { back, changePage, type PageOf } from '../session/session.ts';
import { doneToast, runningWords } from './ask.tsx';

type PapersPage = PageOf<'papers'>;

/** In the form that the name's ending says; Markdown where it says none. */
async function writePaper(app: App, { id, paper }: PapersPage, target: Target): Promise<void> {
  const { language } = app.session.get();
  const ending = /\.(\w+)$/.exec(target.path)?.[1]?.toLowerCase() ?? 'md';
  const format = textFormats.find((one) => one === ending) ?? 'md';
  try {
    const asked = { kind: paper, session: id, language, ...(await logoOption(app)) } as const;
    const content =
      ending === 'docx'
        ? (await makeDocx(app.project, asked)).bytes
        : makeReport(app.project, { ...asked, format }).text;
    say(app, 'done', wordsOf(app).reports.written(writeReport(target, content)));
  } catch (error) {
    say(app, 'error', sentenceOf(error, language).text);
  }
}

function askFile(app: App, page: PapersPage, name: string): void {
  const { prompt } = runningWords(app);
  openOverlay(app, (close) => (
    <Prompt
      title={prompt.file}
      placeholder={prompt.fileHint}
      initial={name}
      understand={() => ({ ok: true, text: prompt.fileHint })}
      onCancel={close}
      onEnter={(path) => {
        close();
        askTarget(app, path, (target) => void writePaper(app, page, target));
      }}
    />
  ));
}

/** A stage of the minutes; approved ones say in which of the group's later sessions. */
function askStage(app: App, { id }: PapersPage): void {
  const { language } = app.session.get();
  const words = runningWords(app);
  const seen = app.seen.step;
  const field = registerOf('session').fields['minutesState'];
  const move = (state: string, approvedIn: number | null): void =>
    void perform(
      app,
      () => moveMinutes(app.project, id, state, { approvedIn, baseVersion: seen }),
      () => doneToast(app, `${words.said.minutesMoved} ${field?.choices?.[state]?.[language] ?? ''}`),
    );
  const askWhere = (): void => {
    const sessions = laterSessions(app.project, id);
    if (sessions.length === 0) return move('approved', null);
    return openOverlay(app, (close) => (
      <Picker
        title={words.prompt.approvedIn}
        choices={sessions.map(({ id: value, code, heading }) => ({
          value,
          label: `${code ?? ''} ${heading}`.trim(),
        }))}
        empty={wordsOf(app).list.none}
        height={Math.min(10, sessions.length)}
        onCancel={close}
        onChoose={(other) => {
          close();
          move('approved', other);
        }}
      />
    ));
  };
  const choices = Object.entries(field?.choices ?? {}).map(([value, label]) => ({
    value,
    label: label[language],
    keywords: value,
  }));
  openOverlay(app, (close) => (
    <Picker
      title={field?.label[language] ?? ''}
      choices={choices}
      empty={wordsOf(app).list.none}
      width={48}
      height={choices.length}
      onCancel={close}
      onChoose={(state) => {
        close();
        if (state === 'approved') askWhere();
        else move(state, null);
      }}
    />
  ));
}

const fileName = (name: string, { code }: RunningSession): string => `${name}-${code}.md`;

/** How far the minutes have come, in words. */
const stateOf = ({ minutesState }: RunningSession, language: Language): string =>
  minutesState === null
    ? ''
    : (registerOf('session').fields['minutesState']?.choices?.[minutesState]?.[language] ?? '');

export function PapersScreen({ page }: { readonly page: PapersPage }) {
  const app = useApp();
  const { columns, rows, unicode, speaker = null } = useConsole();
  const { language } = useWords();
  const words = runningWords(app);
  const { id, paper } = page;
  const session = useData(({ project }) => sessionOf(project, id), [id]);
  const report = useData(
    ({ project }) => makeReport(project, { kind: paper, session: id, language, format: 'md' }),
    [id, paper],
  );
  const lines = reportLines(report.text, Math.min(columns - 2, 110), { unicode, spoken: speaker !== null });
  const height = bodyHeight(rows) - 1;
  const change = (next: (old: PapersPage) => PapersPage) =>
    go(
      app,
      changePage((old) => (old.kind === 'papers' ? next(old) : old)),
    );
  const move = (name: ListMove): void =>
    change((old) => ({ ...old, top: scroll(old.top, name, lines.length, height) }));
  const other = (): void =>
    change((old) => ({ ...old, paper: old.paper === 'minutes' ? 'invitation' : 'minutes', top: 0 }));
  useActions('papers', {
    ...movesBy(move),
    'tab.next': other,
    'tab.previous': other,
    'go.back': () => go(app, back),
    'report.export': () => askFile(app, page, fileName(words.papers.fileName[paper], session)),
    'copy.markdown': () => {
      app.copy(report.text);
      say(app, 'done', wordsOf(app).toast.copied(words.papers[paper]));
    },
    'papers.sent': () =>
      void perform(
        app,
        () => sendPaper(app.project, [id], paper, { baseVersion: app.seen.step }),
        () => doneToast(app, `${words.said.sent[paper]} ${session.code}`),
      ),
    ...(paper === 'minutes' && { 'record.state': () => askStage(app, page) }),
  });
  const state = stateOf(session, language);
  const standing = paper === 'minutes' && state !== '' ? words.papers.state(state) : '';
  const title = [span(` ${words.papers[paper]} ${session.code} `, 'title'), span(` ${standing}`, 'muted')];
  const keys = [
    span(`${wholeParts(words.papers.keys.split('   '), '   ', columns - lineWidth(title) - 3)} `, 'muted'),
  ];
  const strip = spread(title, keys, columns);
  return (
    <>
      <StyledText line={fitLine(strip, columns)} />
      <ScrollView
        lines={lines}
        top={Math.min(page.top, Math.max(0, lines.length - height))}
        width={columns}
        height={height}
      />
    </>
  );
}
