/** What a row's record says, beside the list. */
import { StyledLines } from '../../widgets/lines/styled-text.tsx';
import { useConsole } from '../../widgets/console.tsx';
import { recordView } from '../../services/reading/record-view.ts';
import { useApp, useData, useWords } from '../app.tsx';
import { recordPage } from './record-lines.ts';

export interface PreviewProps {
  readonly id: number | null;
  readonly width: number;
  readonly height: number;
}

export function Preview({ id, width, height }: PreviewProps) {
  const { unicode } = useConsole();
  const app = useApp();
  const { language } = useWords();
  const shown = id !== null && width > 0;
  const view = useData(
    ({ project }, spoken) => (shown ? recordView(project, id, spoken, true) : null),
    [id, shown],
  );
  const page = view === null ? [] : recordPage(view, { project: app.project, width, language, unicode });
  return <StyledLines lines={page.map(({ content }) => content)} width={width} height={height} />;
}
