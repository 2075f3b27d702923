/** The first run: there is no project yet. Make one, look at the sample, open a file, or begin from a table. */
import { Box } from 'ink';
import { useState, type ReactNode } from 'react';
import { messages, type Language } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { blankContext } from '../../services/project/clock-words.ts';
import { formatDay } from '../../services/reading/days.ts';
import { useConsole } from '../../widgets/console.tsx';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { StyledLines } from '../../widgets/lines/styled-text.tsx';
import { line, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { wrap } from '../../widgets/lines/text.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { isTooSmall, tooSmallLine } from '../frame/frame-lines.ts';
import { projectRegister } from '../overrides.ts';
import { Prompt, type Understood } from '../prompt/prompt.tsx';
import { sentenceOf } from '../sentence.ts';
import { makeNew, openExisting, openSample, type Opened, type Start } from './open-file.ts';

export interface WelcomeProps extends Start {
  readonly language: Language;
  /** `wantsTable`: the first thing to do in the new project is to import a table. */
  readonly onOpened: (opened: Opened, wantsTable: boolean) => void;
  readonly quit: () => void;
}

type Way = 'new' | 'sample' | 'file' | 'table';

/** What is asked of a new project, one after another; only the first is needed. */
const asked = ['title', 'organisation', 'start', 'end', 'funder'] as const;

function understandField(name: string, language: Language, environment: NodeJS.ProcessEnv) {
  const field = registerOf(projectRegister).fields[name];
  const words = messages(language).console;
  return (text: string): Understood | null => {
    if (field === undefined) return null;
    if (text.trim() === '')
      return field.required === true
        ? { ok: false, text: words.form.needed }
        : { ok: true, text: words.welcome.skip };
    try {
      const value = field.read(text, blankContext(language, environment));
      return field.kind === 'day'
        ? { ok: true, text: `= ${formatDay(String(value), language, 'full')}` }
        : null;
    } catch (error) {
      return { ok: false, text: sentenceOf(error, language).text };
    }
  };
}

function NewProject(props: WelcomeProps & { readonly wantsTable: boolean; readonly onBack: () => void }) {
  const { language, environment, onOpened, onBack, wantsTable } = props;
  const [answers, setAnswers] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const name = asked[answers.length] ?? asked[0];
  const fields = registerOf(projectRegister).fields;
  const understand = understandField(name, language, environment);
  const answer = (text: string): void => {
    const all = [...answers, text];
    if (all.length < asked.length) return setAnswers(all);
    const context = blankContext(language, environment);
    const values = asked.map((one, index) => [one, fields[one]?.read(all[index] ?? '', context)] as const);
    try {
      onOpened(makeNew({ language, ...Object.fromEntries(values) }, props), wantsTable);
    } catch (error) {
      setProblem(sentenceOf(error, language).text);
    }
    return undefined;
  };
  return (
    <Prompt
      key={name}
      title={`${messages(language).console.welcome.newTitle} ${answers.length + 1}/${asked.length} · ${fields[name]?.label[language] ?? ''}`}
      placeholder=""
      understand={(text) => (problem === null ? understand(text) : { ok: false, text: problem })}
      onEnter={answer}
      onCancel={onBack}
    />
  );
}

function ExistingFile(props: WelcomeProps & { readonly onBack: () => void }) {
  const { language, onOpened, onBack } = props;
  const words = messages(language).console.welcome;
  const [problem, setProblem] = useState<{ text: string; path: string } | null>(null);
  const open = (path: string): void => {
    try {
      onOpened(openExisting(path, props), false);
    } catch (error) {
      setProblem({ text: sentenceOf(error, language).text, path });
    }
  };
  const understand = (text: string): Understood =>
    problem?.path === text ? { ok: false, text: problem.text } : { ok: true, text: words.fileHint };
  return (
    <Prompt
      title={words.file}
      placeholder={words.path}
      understand={understand}
      onEnter={open}
      onCancel={onBack}
    />
  );
}

function greeting(language: Language, columns: number): StyledLine[] {
  const words = messages(language).console.welcome;
  return [
    [span(' Luotsi  ', 'accent'), span(words.title, 'title')],
    [],
    ...wrap(words.text, Math.min(columns - 4, 90)).map((text) => line(`  ${text}`)),
  ];
}

export function Welcome(props: WelcomeProps) {
  const { language, onOpened, quit } = props;
  const { columns, rows } = useConsole();
  const [way, setWay] = useState<Way | null>(null);
  const words = messages(language).console.welcome;
  useActions('program', { 'app.quit': quit });
  const choices = [
    { value: 'new' as Way, label: words.new, hint: words.newHint },
    { value: 'sample' as Way, label: words.sample, hint: words.sampleHint },
    { value: 'file' as Way, label: words.file, hint: '' },
    { value: 'table' as Way, label: words.table, hint: words.tableHint },
  ];
  const choose = (chosen: Way): void => {
    if (chosen === 'sample') onOpened(openSample(props), false);
    else setWay(chosen);
  };
  const onBack = (): void => setWay(null);
  let part: ReactNode = (
    <Picker
      title={words.choose}
      choices={choices}
      height={4}
      width={76}
      empty={words.choose}
      onChoose={choose}
      onCancel={quit}
    />
  );
  if (way === 'new' || way === 'table')
    part = <NewProject {...props} wantsTable={way === 'table'} onBack={onBack} />;
  if (way === 'file') part = <ExistingFile {...props} onBack={onBack} />;
  const small = isTooSmall(columns, rows);
  return (
    <>
      <StyledLines
        lines={small ? [tooSmallLine(columns, rows, language)] : greeting(language, columns)}
        width={columns}
        height={rows}
      />
      <Box position="absolute" width={columns} height={rows} display={small ? 'none' : 'flex'}>
        {part}
      </Box>
    </>
  );
}
