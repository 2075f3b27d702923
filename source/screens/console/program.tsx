/** What is mounted: the console on its project; before there is one, the greeting that leads to it. */
import { useState } from 'react';
import { todayView } from '../../services/reading/today.ts';
import type { Language } from '../../language/index.ts';
import type { Project } from '../../services/project/project.ts';
import { AppProvider, type App } from '../app.tsx';
import { Console } from './console.tsx';
import { daysAhead } from '../today/today-lines.ts';
import type { Opened, Start } from '../welcome/open-file.ts';
import { usePart } from '../state.ts';
import { Welcome } from '../welcome/welcome-screen.tsx';

/** The run of the console that it is part of. */
export interface ProgramRun {
  readonly app: App | null;
  open(opened: Opened): App;
  readonly placeOf: Start['placeOf'];
  quit(): void;
}

export interface ProgramProps {
  readonly run: ProgramRun;
  readonly project: Project | null;
  readonly path: string | null;
  readonly language: Language;
  readonly environment: NodeJS.ProcessEnv;
  readonly toured: boolean;
}

export function Program({ run, project, path, language, environment, toured }: ProgramProps) {
  // Mounted anew, it goes on with what is open.
  const [app, setApp] = useState(
    () => run.app ?? (project === null ? null : run.open({ project, path: path ?? '' })),
  );
  if (app === null) {
    const onOpened = (opened: Opened, wantsTable: boolean): void => {
      const made = run.open(opened);
      setApp(made);
      if (!wantsTable && !toured) void import('../tour/tour.tsx').then(({ openTour }) => openTour(made));
      if (wantsTable) void import('../import/import-table.tsx').then(({ askTable }) => askTable(made));
    };
    return (
      <Welcome
        language={language}
        environment={environment}
        placeOf={run.placeOf}
        onOpened={onOpened}
        quit={() => run.quit()}
      />
    );
  }
  return <Shown present={app} />;
}

/** The project as it is, or as of an earlier day while that is looked at. */
function Shown({ present }: { readonly present: App }) {
  const app = usePart(present.earlier, (earlier) => earlier) ?? present;
  const first = todayView(app.project, daysAhead, 1).items[0];
  return (
    <AppProvider key={app.project.asOf} app={app}>
      <Console firstRegister={first?.register ?? null} />
    </AppProvider>
  );
}
