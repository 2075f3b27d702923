/** Commands that only the palette has. */
import { actionOf } from '../../keys/actions.ts';
import { messages, type Language } from '../../language/index.ts';
import { themeNames } from '../../settings/settings.ts';
import { go, say, type App } from '../app.tsx';
import { actionOfScreen, screenNames } from '../session/navigation.ts';
import { newCommands } from '../record/record-actions.tsx';
import { capital } from '../record/record-lines.ts';
import { nameOfTab } from '../register/strip-line.ts';
import { goTo, goToTab, open, tabsOf } from '../session/session.ts';
import { first, kindsToChoose } from '../reporting/shown-report.ts';
import type { ExtraCommand } from './palette.tsx';

function speak(app: App, language: Language): void {
  go(app, (state) => ({ ...state, language }));
  // What was said in the other language is not true to this one.
  app.toast.set(() => null);
  app.settings({ language });
}

/** Lists and pictures by their names. The first of a screen is what the screen's own key opens. */
function tabCommands(app: App): ExtraCommand[] {
  const state = app.session.get();
  const { language } = state;
  return screenNames.flatMap((screen) =>
    tabsOf(state, screen)
      .slice(1)
      .map((tab): ExtraCommand => ({
        label: nameOfTab(tab, language),
        keywords: tab.id === 'copies' ? 'copies backups backup varmuuskopiot' : tab.id,
        hint: capital(actionOf(actionOfScreen(screen)).label[language]),
        // Going where one is already closes what lies over the screen's own page.
        run: () => go(app, (now) => goToTab(tab.id)(goTo(screen)(goTo(screen)(now)))),
      })),
  );
}

/** Reports by their names: the Reports screen, with that one on it. */
function reportCommands(app: App): ExtraCommand[] {
  const { language } = app.session.get();
  const words = messages(language).console.reports;
  return [
    ...kindsToChoose(language).map(({ value, label }): ExtraCommand => ({
      label: words.open(label),
      keywords: `raportti report ${value}`,
      run: () =>
        go(app, (now) => ({
          ...goToTab('reportPreview')(goTo('reports')(goTo('reports')(now))),
          report: { kind: 'drawn', report: value, span: { kind: 'last' } },
        })),
    })),
    {
      label: words.handover,
      keywords: 'luovutus luovutuskansio handover seuraaja successor',
      run: () => void import('../reporting/report-folders.tsx').then(({ askHandover }) => askHandover(app)),
    },
    {
      label: words.template,
      keywords: 'malli mallipohja pohja template word docx',
      run: () => {
        const { report } = app.session.get();
        const shown = report?.kind === 'drawn' ? report : first;
        void import('../reporting/report-folders.tsx').then(({ askTemplate }) =>
          askTemplate(app, shown, words.file),
        );
      },
    },
  ];
}

/** How the console looks and speaks. */
function lookCommands(app: App): ExtraCommand[] {
  const words = messages(app.session.get().language).console.palette;
  return [
    ...themeNames.map((name) => ({
      label: words.theme(words.themes[name]),
      keywords: `theme teema colour väri dark light tumma vaalea ${name}`,
      run: () => app.chooseTheme(name),
    })),
    {
      label: words.tour,
      changes: true,
      keywords: 'tour kierros opastus alku first steps',
      run: () => void import('../tour/tour.tsx').then(({ openTour }) => openTour(app)),
    },
    ...(['linearOn', 'linearOff'] as const).map((name) => ({
      label: words[name],
      keywords: 'linear screen reader ruudunlukija lue ääneen read aloud',
      run: () => {
        app.speakOrDraw(name === 'linearOn');
        say(app, 'done', words.linearNow[name]);
      },
    })),
  ];
}

/** What can be done where the user is. */
export function extraCommands(app: App): ExtraCommand[] {
  return allCommands(app).filter(({ changes }) => app.present === null || changes !== true);
}

function allCommands(app: App): ExtraCommand[] {
  const { language } = app.session.get();
  const words = messages(language).console.palette;
  const other: Language = language === 'fi' ? 'en' : 'fi';
  return [
    { label: words.language, keywords: 'language kieli suomi english', run: () => speak(app, other) },
    {
      label: messages(language).console.import.title,
      changes: true,
      keywords: 'import tuo taulukko csv excel table paste liitä leikepöytä clipboard',
      // Reading tables is loaded when it is asked for.
      run: () => void import('../import/import-table.tsx').then(({ askTable }) => askTable(app)),
    },
    {
      label: messages(language).console.export.title,
      keywords: 'export vie kalenteri calendar ics json excel csv outlook',
      run: () => void import('../export/export-files.tsx').then(({ askExport }) => askExport(app)),
    },
    {
      label: messages(language).people.propose,
      changes: true,
      keywords: 'purpose käyttötarkoitus tietosuoja gdpr säilytysaika personal data',
      run: () => void import('./propose-purposes.ts').then(({ propose }) => propose(app)),
    },
    {
      label: messages(language).trust.doctor.reindex,
      changes: true,
      keywords: 'search index haku hakemisto doctor tarkistus reindex rebuild',
      run: () => void import('./reindex.ts').then(({ reindex }) => reindex(app)),
    },
    ...lookCommands(app),
    {
      label: words.logo,
      changes: true,
      keywords: 'logo kuva tunnus picture vaakuna report raportti',
      run: () => void import('../reporting/report-folders.tsx').then(({ askLogo }) => askLogo(app)),
    },
    ...tabCommands(app),
    ...reportCommands(app),
    {
      label: words.history,
      keywords: 'history historia steps muutokset',
      run: () => go(app, open({ kind: 'history', id: null, cursor: 0, top: 0 })),
    },
    ...newCommands(app),
  ];
}
