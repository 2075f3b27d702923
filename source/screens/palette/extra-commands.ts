/** Commands that only the palette has. */
import { messages, type Language } from '../../language/index.ts';
import { themeNames } from '../../settings/settings.ts';
import { go, type App } from '../app.tsx';
import { open } from '../session.ts';
import type { ExtraCommand } from './palette.tsx';

function speak(app: App, language: Language): void {
  go(app, (state) => ({ ...state, language }));
  app.settings({ language });
}

export function extraCommands(app: App): ExtraCommand[] {
  const { language } = app.session.get();
  const words = messages(language).console.palette;
  const other: Language = language === 'fi' ? 'en' : 'fi';
  return [
    { label: words.language, keywords: 'language kieli suomi english', run: () => speak(app, other) },
    {
      label: messages(language).console.import.title,
      keywords: 'import tuo taulukko csv excel table',
      // Reading tables is loaded when it is asked for.
      run: () => void import('../import/import-table.tsx').then(({ askTable }) => askTable(app)),
    },
    {
      label: messages(language).console.export.title,
      keywords: 'export vie kalenteri calendar ics json excel csv outlook',
      run: () => void import('../export/export-files.tsx').then(({ askExport }) => askExport(app)),
    },
    ...themeNames.map((name) => ({
      label: words.theme(words.themes[name]),
      keywords: `theme teema colour väri dark light tumma vaalea ${name}`,
      run: () => app.chooseTheme(name),
    })),
    {
      label: words.history,
      keywords: 'history historia steps muutokset',
      run: () => go(app, open({ kind: 'history', id: null, cursor: 0, top: 0 })),
    },
  ];
}
